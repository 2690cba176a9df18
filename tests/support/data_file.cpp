#include "tests/support/data_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace pgsegue::test {

namespace {

struct Block {
  DataCase data;
  std::string comments;  ///< what stands before it, as it is
};

struct DataFile {
  std::vector<Block> blocks;
  std::string rest;
};

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;)
    words.push_back(word);
  return words;
}

std::string read_until(std::istream& stream, const std::string& end, unsigned& number) {
  std::string text;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (line == end) break;
    text += line + '\n';
  }
  return text;
}

DataFile read_file(const std::string& path) {
  std::ifstream stream(path);
  EXPECT_TRUE(stream) << path;
  DataFile file;
  unsigned number = 0;
  std::string comments;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (line.empty() || line.front() == '#') {
      comments += line + '\n';
      continue;
    }
    Block block;
    block.comments = std::move(comments);
    comments.clear();
    block.data.words = words_of(line);
    block.data.line = number;
    block.data.input = read_until(stream, "----", number);
    if (!block.data.input.empty()) block.data.input.pop_back();
    block.data.expected = read_until(stream, "", number);
    file.blocks.push_back(std::move(block));
  }
  file.rest = std::move(comments);
  return file;
}

std::string join(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words)
    line += (line.empty() ? "" : " ") + word;
  return line;
}

void write_file(const std::string& path, const DataFile& file) {
  std::ofstream stream(path);
  for (const Block& block : file.blocks) {
    stream << block.comments << join(block.data.words) << '\n'
           << block.data.input << "\n----\n"
           << block.data.expected << '\n';
  }
  stream << file.rest;
}

}  // namespace

void run_data_file(const std::string& path, const std::function<std::string(const DataCase&)>& answer) {
  DataFile file = read_file(path);
  EXPECT_FALSE(file.blocks.empty()) << path;
  const bool rewrite = std::getenv("PGSEGUE_REWRITE_EXPECTED") != nullptr;
  for (Block& block : file.blocks) {
    std::string result = answer(block.data);
    if (!result.empty() && result.back() != '\n') result += '\n';
    if (rewrite) {
      block.data.expected = std::move(result);
    } else {
      EXPECT_EQ(result, block.data.expected) << path << ':' << block.data.line << '\n' << block.data.input;
    }
  }
  if (rewrite) write_file(path, file);
}

std::vector<DataCase> read_data_file(const std::string& path) {
  std::vector<DataCase> cases;
  DataFile file = read_file(path);
  for (Block& block : file.blocks)
    cases.push_back(std::move(block.data));
  return cases;
}

std::vector<std::string> data_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(PGSEGUE_TEST_DATA) + '/' + folder)) {
    if (entry.path().extension() == ".test") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace pgsegue::test

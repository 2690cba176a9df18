#include "tests/fuzz/targets.hpp"
#include "tests/parser/big_stack.hpp"
#include "tests/support/data_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

// What fuzzing has found stays found: the stored inputs of each target, and the statements of the data tests.
// A property that does not hold ends the program.

namespace pgsegue::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t stack_bytes = std::size_t{256} << 20;

std::string read_whole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

class replay : public testing::TestWithParam<Target> {};

TEST_P(replay, stored_inputs) {
  const auto files = files_in(fs::path(PGSEGUE_TEST_DATA "/fuzz") / GetParam().name);
  ASSERT_FALSE(files.empty());
  parser::test::run_with_stack(stack_bytes, [&] {
    for (const fs::path& file : files) {
      SCOPED_TRACE(file);
      GetParam().run(read_whole(file));
    }
  });
}

TEST_P(replay, statements_of_the_data_tests) {
  std::size_t count = 0;
  parser::test::run_with_stack(stack_bytes, [&] {
    for (const char* folder : {"rewrite", "plan", "resolve"}) {
      for (const std::string& file : pgsegue::test::data_files(folder)) {
        for (const pgsegue::test::DataCase& data : pgsegue::test::read_data_file(file)) {
          GetParam().run(data.input);
          ++count;
        }
      }
    }
  });
  EXPECT_GT(count, 500u);
}

INSTANTIATE_TEST_SUITE_P(Fuzz, replay, testing::ValuesIn(targets()),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace pgsegue::fuzz

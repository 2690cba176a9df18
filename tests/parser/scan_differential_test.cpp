#include "tests/parser/reference_scan.hpp"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <random>
#include <sstream>

namespace pgsegue::parser::test {
namespace {

/// Blocks separated by lines of `----`; a block may hold newlines.
std::vector<std::string> read_corpus(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> blocks(1);
  for (std::string line; std::getline(in, line);) {
    if (line == "----") {
      blocks.emplace_back();
    } else {
      blocks.back() += (blocks.back().empty() ? "" : "\n") + line;
    }
  }
  return blocks;
}

TEST(scan_differential, corpus_agrees_with_libpg_query) {
  const auto corpus = read_corpus(PGSEGUE_TEST_DATA "/scan/corpus.sql");
  ASSERT_GT(corpus.size(), 50u);
  for (const std::string& text : corpus) {
    EXPECT_EQ(disagreement(text).value_or("libpg_query rejects it"), "") << text;
  }
}

constexpr std::array fragments = {"'",
                                  "''",
                                  "'a'",
                                  "E'",
                                  "e'\\'",
                                  "\\",
                                  "\\\\",
                                  "\\u0041",
                                  "\\uD83D\\uDE00",
                                  "\\u00",
                                  "\\U00000041",
                                  "\\x4",
                                  "N'x'",
                                  "n'",
                                  "B'10'",
                                  "b'",
                                  "X'1f'",
                                  "x'",
                                  "U&'",
                                  "u&\"",
                                  "U&'\\0041'",
                                  "U&",
                                  "UESCAPE",
                                  "'!'",
                                  "\"",
                                  "\"\"",
                                  "\"a\"",
                                  "\"A b\"",
                                  "\n",
                                  "\r",
                                  "\t",
                                  "\f",
                                  " ",
                                  "  ",
                                  "--",
                                  "-- c\n",
                                  "--\r",
                                  "/*",
                                  "*/",
                                  "/**/",
                                  "/* /* */",
                                  "/",
                                  "*",
                                  "**",
                                  "-",
                                  "+",
                                  "+-",
                                  "$",
                                  "$$",
                                  "$a$",
                                  "$b$",
                                  "$a",
                                  "$1",
                                  "$12",
                                  "$1a",
                                  "1",
                                  "12",
                                  "1.",
                                  ".5",
                                  ".",
                                  "..",
                                  "...",
                                  "1e",
                                  "1e1",
                                  "1E+",
                                  "1e-3",
                                  "1.5",
                                  "1..2",
                                  "0x1",
                                  "a",
                                  "ab",
                                  "a1",
                                  "a$b",
                                  "_",
                                  "\xc3\xa9",
                                  "\xe2\x82\xac",
                                  "select",
                                  "from",
                                  "nchar",
                                  "(",
                                  ")",
                                  "[",
                                  "]",
                                  ",",
                                  ";",
                                  ":",
                                  "::",
                                  ":=",
                                  "=>",
                                  "=",
                                  "<",
                                  ">",
                                  "<=",
                                  ">=",
                                  "<>",
                                  "!=",
                                  "!",
                                  "~",
                                  "@",
                                  "#",
                                  "^",
                                  "&",
                                  "|",
                                  "`",
                                  "?",
                                  "%",
                                  "||",
                                  "->",
                                  "->>",
                                  "{",
                                  "}",
                                  "\v",
                                  "E",
                                  "U",
                                  "b",
                                  "x",
                                  "n",
                                  "' \n '",
                                  "'\n--x\n'",
                                  "' '",
                                  "'-- \n'",
                                  "'-\n'"};

std::string random_text(std::mt19937_64& random) {
  std::uniform_int_distribution<std::size_t> length(1, 12);
  std::uniform_int_distribution<std::size_t> pick(0, fragments.size() - 1);
  std::string text;
  for (std::size_t n = length(random); n > 0; --n)
    text += fragments[pick(random)];
  return text;
}

TEST(scan_differential, random_fragments_agree_with_libpg_query) {
  std::mt19937_64 random(20221129);
  std::size_t accepted = 0;
  for (int i = 0; i < 200'000; ++i) {
    const std::string text = random_text(random);
    const auto difference = disagreement(text);
    accepted += difference ? 1u : 0u;
    ASSERT_EQ(difference.value_or(""), "") << "seeded input " << i << ": " << text;
  }
  EXPECT_GT(accepted, 30'000u);
}

/// Every text ends where a longer one was cut: the scanner must not look behind the end of what it was given.
TEST(scan_differential, cut_texts_agree_with_libpg_query) {
  for (const std::string& text : read_corpus(PGSEGUE_TEST_DATA "/scan/corpus.sql")) {
    for (std::size_t size = 0; size < text.size(); ++size) {
      const std::string cut = text.substr(0, size);
      ASSERT_EQ(disagreement(cut).value_or(""), "") << cut;
    }
  }
}

}  // namespace
}  // namespace pgsegue::parser::test

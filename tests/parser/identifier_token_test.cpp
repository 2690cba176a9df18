#include "parser/identifier_token.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pgsegue::parser {
namespace {

/// The name of the identifier the text starts with, and how many tokens it takes.
std::pair<std::string, std::uint32_t> decode(std::string_view text) {
  std::vector<Token> tokens;
  EXPECT_EQ(scan(text, {}, tokens), ScanStatus::ok) << text;
  NameBuffer name;
  const std::uint32_t count = decode_identifier(text, tokens, TokenIndex{0}, name);
  return {count == 0 ? "" : std::string(name.finish()), count};
}

using Decoded = std::pair<std::string, std::uint32_t>;

TEST(identifier_token, plain_and_quoted) {
  EXPECT_EQ(decode("PerSon x"), Decoded("person", 1));
  EXPECT_EQ(decode("\"Per\"\"Son\""), Decoded("Per\"Son", 1));
  EXPECT_EQ(decode("\"\"\"\""), Decoded("\"", 1));
  EXPECT_EQ(decode("'person'"), Decoded("", 0));
}

TEST(identifier_token, unicode) {
  EXPECT_EQ(decode("U&\"d\\0061t\\+000061\""), Decoded("data", 1));
  EXPECT_EQ(decode("u&\"d!0061ta\" UESCAPE '!' x"), Decoded("data", 3));
  EXPECT_EQ(decode("u&\"a\\\\b\"\"c\""), Decoded("a\\b\"c", 1));
  EXPECT_EQ(decode("U&\"\\D83D\\DE00\""), Decoded("\xf0\x9f\x98\x80", 1));
  EXPECT_EQ(decode("U&\"\\00e9\\20ac\""), Decoded("\xc3\xa9\xe2\x82\xac", 1));
  EXPECT_EQ(decode("U&\"a\" uescape x"), Decoded("a", 1));
}

TEST(identifier_token, wrong_escapes_are_not_decoded) {
  for (const char* text : {"U&\"\\00\"", "U&\"\\D83D\"", "U&\"\\DE00\"", "U&\"\\0000\"", "U&\"\\+110000\"",
                           "U&\"a\" UESCAPE 'ab'", "U&\"a\" UESCAPE '+'", "U&\"a\" UESCAPE 'f'"}) {
    EXPECT_EQ(decode(text).second, 0u) << text;
  }
}

TEST(identifier_token, index_behind_the_last_token_is_none) {
  std::vector<Token> tokens;
  ASSERT_EQ(scan("a", {}, tokens), ScanStatus::ok);
  EXPECT_FALSE(identifier_at("a", tokens, TokenIndex{1}));
  EXPECT_EQ(identifier_at("a", tokens, TokenIndex{0})->str(), "a");
}

TEST(identifier_token, is_word_ignores_case_and_quotes_do_not_make_words) {
  std::vector<Token> tokens;
  const std::string_view text = "SeLECT \"select\"";
  ASSERT_EQ(scan(text, {}, tokens), ScanStatus::ok);
  EXPECT_TRUE(is_word(text, tokens[0], "select"));
  EXPECT_FALSE(is_word(text, tokens[0], "selec"));
  EXPECT_FALSE(is_word(text, tokens[1], "select"));
}

}  // namespace
}  // namespace pgsegue::parser

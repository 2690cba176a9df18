#include "parser/token.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pgsegue::parser {
namespace {

std::string kinds_of(std::string_view text, LexingState state = {}) {
  constexpr std::string_view letters = "iqusbnpo.";
  std::vector<Token> tokens;
  const ScanStatus status = scan(text, state, tokens);
  if (status == ScanStatus::unterminated) return "unterminated";
  if (status == ScanStatus::invalid) return "invalid";
  std::string kinds;
  for (const Token& token : tokens)
    kinds += letters[static_cast<std::size_t>(token.kind)];
  return kinds;
}

constexpr LexingState non_conforming{.standard_conforming_strings = false};

TEST(scan, classes) {
  EXPECT_EQ(kinds_of("SELECT a, \"b\", U&\"c\" FROM t WHERE x = $1 AND y <> 1.5"), "ii.q.uiiiiopiion");
  EXPECT_EQ(kinds_of("'a' E'a' N'a' U&'a' $$a$$ B'1' X'f'"), "sssssbb");
  EXPECT_EQ(kinds_of("()[],;:."), "........");
  EXPECT_EQ(kinds_of(":: := .. => + <>"), "oooooo");
  EXPECT_EQ(kinds_of(""), "");
  EXPECT_EQ(kinds_of(" \t\r\n\f-- x"), "");
}

TEST(scan, unterminated) {
  for (const char* text :
       {"'a", "\"a", "$$a", "$a$ $b$", "/* a /* b */", "E'\\", "E'a\\'", "'a'\n'b", "U&'a"}) {
    EXPECT_EQ(kinds_of(text), "unterminated") << text;
  }
}

TEST(scan, invalid) {
  using namespace std::string_view_literals;
  for (const std::string_view text :
       {"a\0b"sv, "'\0'"sv, "1a"sv, "$1a"sv, "1e"sv, "1e+"sv, "E'\\u12'"sv, "E'\\uD800'"sv, "E'\\uDC00'"sv,
        "E'\\U00110000'"sv, "E'\\u0000'"sv, "\"\""sv, "U&\"\""sv, "{"sv, "\\"sv, "$"sv, "$a"sv, "\v"sv,
        "1\xc3\xa9"sv}) {
    EXPECT_EQ(kinds_of(text), "invalid") << text;
  }
  EXPECT_EQ(kinds_of("SELECT 1 " + std::string(64, '~')), "invalid");
  EXPECT_EQ(kinds_of("SELECT 1 " + std::string(63, '~')), "ino");
}

TEST(scan, backslash_depends_on_the_session) {
  EXPECT_EQ(kinds_of("'a\\', ' || v --'"), "s.s");
  EXPECT_EQ(kinds_of("'a\\', ' || v --'", non_conforming), "soi");
  EXPECT_EQ(kinds_of("N'a\\'b'", non_conforming), "s");
  EXPECT_EQ(kinds_of("'\\u00'", non_conforming), "invalid");
  EXPECT_EQ(kinds_of("B'\\'", non_conforming), "b");
  EXPECT_EQ(kinds_of("U&'a'", non_conforming), "invalid");
  EXPECT_EQ(kinds_of("U&\"a\" $$\\$$", non_conforming), "us");
}

TEST(scan, keeps_the_capacity_of_the_token_vector) {
  std::vector<Token> tokens;
  ASSERT_EQ(scan("SELECT a, b, c, d FROM t", {}, tokens), ScanStatus::ok);
  const Token* const storage = tokens.data();
  ASSERT_EQ(scan("SELECT a FROM t", {}, tokens), ScanStatus::ok);
  EXPECT_EQ(tokens.data(), storage);
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(text_of("SELECT a FROM t", tokens[3]), "t");
}

}  // namespace
}  // namespace pgsegue::parser

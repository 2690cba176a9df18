#include "parser/parser_text.hpp"

#include <gtest/gtest.h>

namespace pgsegue::parser {
namespace {

/// The parser's text, or "same".
std::string convert(std::string_view text, bool conforming = true) {
  const LexingState state{.standard_conforming_strings = conforming};
  std::vector<Token> tokens;
  EXPECT_EQ(scan(text, state, tokens), ScanStatus::ok);
  std::string out = "same";
  to_parser_text(text, tokens, state, out);
  return out;
}

TEST(parser_text, ordinary_texts_stay) {
  EXPECT_EQ(convert("SELECT 'a\\', E'\\'', $$--\n$$, 'a'\n'b', B'1'\n'0' -- c"), "same");
  EXPECT_EQ(convert("SELECT 'a''b', $$\\$$, E'\\'', \"\\\"", false), "same");
}

TEST(parser_text, comments_inside_a_continued_string_become_blanks) {
  EXPECT_EQ(convert("SELECT 'a' -- it's\n -- x\n 'b' -- c"), "SELECT 'a'        \n     \n 'b' -- c");
  EXPECT_EQ(convert("E'\\''--\n'\\''"), "E'\\''  \n'\\''");
  EXPECT_EQ(convert("X'1'--\n'\\', N'2'--'\n'3'"), "X'1'  \n'\\', N'2'   \n'3'");
}

TEST(parser_text, escapes_of_plain_constants_become_letters) {
  EXPECT_EQ(convert("SELECT 'a\\', ' || v --'", false), "SELECT 'axx, ' || v --'");
  EXPECT_EQ(convert("n'\\\\' '\\n''\\''", false), "n'xx' 'xn''xx'");
  EXPECT_EQ(convert("'\\''--\n'\\''", false), "'xx'  \n'xx'");
}

}  // namespace
}  // namespace pgsegue::parser

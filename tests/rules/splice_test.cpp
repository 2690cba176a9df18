#include "rules/splice.hpp"

#include <gtest/gtest.h>

namespace pgsegue::rules {
namespace {

using parser::TokenIndex;

std::string spliced(std::string_view text, std::vector<Edit> edits) {
  std::vector<parser::Token> tokens;
  EXPECT_EQ(scan(text, {}, tokens), parser::ScanStatus::ok);
  std::string out = "left from before";
  return splice(text, tokens, {std::move(edits)}, out) ? out : "does not fit";
}

TEST(splice, replaces_and_keeps_everything_between) {
  EXPECT_EQ(spliced("SELECT /* c */ a ,b -- end", {{TokenIndex{1}, 1, "x"}, {TokenIndex{3}, 1, "y"}}),
            "SELECT /* c */ x ,y -- end");
  EXPECT_EQ(spliced("SELECT a . b", {{TokenIndex{1}, 3, "z"}}), "SELECT z");
  EXPECT_EQ(spliced("SELECT a", {}), "SELECT a");
}

TEST(splice, inserts_before_a_token_and_behind_the_last) {
  EXPECT_EQ(spliced("SELECT a FROM t -- c", {{TokenIndex{2}, 0, "AS b "}, {TokenIndex{4}, 0, " x"}}),
            "SELECT a AS b FROM t x -- c");
  EXPECT_EQ(spliced("a,b", {{TokenIndex{1}, 0, " AS c"}}), "a AS c,b");
  EXPECT_EQ(spliced("", {{TokenIndex{0}, 0, "a"}}), "a");
}

TEST(splice, keeps_replacements_apart_from_their_neighbours) {
  EXPECT_EQ(spliced("SELECT\"A\"FROM t", {{TokenIndex{1}, 1, "b"}}), "SELECT b FROM t");
  EXPECT_EQ(spliced("a FROM", {{TokenIndex{1}, 0, "AS b"}}), "a AS b FROM");
  EXPECT_EQ(spliced("\"a\"\"b\".c", {{TokenIndex{0}, 1, "n"}}), "n.c");
  EXPECT_EQ(spliced("SELECT\"A\"'x'", {{TokenIndex{1}, 1, "n"}}), "SELECT n 'x'");
  EXPECT_EQ(spliced("\"a\"", {{TokenIndex{0}, 0, "\"b\""}}), "\"b\" \"a\"");
  EXPECT_EQ(spliced("(a)", {{TokenIndex{1}, 1, "b"}}), "(b)");
}

TEST(splice, replacements_repeat_tokens) {
  const Edit again{TokenIndex{3}, 0, ", ", {{2, {TokenIndex{1}, 1}}}};
  EXPECT_EQ(spliced("( 'x' ) ", {{TokenIndex{2}, 0, ", ", {{2, {TokenIndex{1}, 1}}}}}), "( 'x' , 'x') ");
  EXPECT_EQ(spliced("a + b ;", {again}), "a + b , +;");
  const Edit twice_in_one{TokenIndex{3}, 0, "[]", {{0, {TokenIndex{0}, 1}}, {1, {TokenIndex{0}, 3}}}};
  EXPECT_EQ(spliced("a+ /* c */ b;", {twice_in_one}), "a+ /* c */ b a[a+ /* c */ b];");
  EXPECT_EQ(spliced("a", {{TokenIndex{1}, 0, ",", {{1, {TokenIndex{0}, 2}}}}}), "does not fit");
  EXPECT_EQ(spliced("a", {{TokenIndex{1}, 0, ",", {{2, {TokenIndex{0}, 1}}}}}), "does not fit");
}

TEST(splice, edits_that_do_not_fit_are_reported) {
  EXPECT_EQ(spliced("a b", {{TokenIndex{3}, 0, "x"}}), "does not fit");
  EXPECT_EQ(spliced("a b", {{TokenIndex{1}, 2, "x"}}), "does not fit");
  EXPECT_EQ(spliced("a b", {{TokenIndex{0}, 2, "x"}, {TokenIndex{1}, 1, "y"}}), "does not fit");
}

}  // namespace
}  // namespace pgsegue::rules

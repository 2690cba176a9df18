#include "parser/long_lists.hpp"

#include "parser/parse_tree.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pgsegue::parser {
namespace {

std::string repeated(const std::string& element, std::size_t count) {
  std::string list = element;
  for (std::size_t i = 1; i < count; ++i)
    list += "," + element;
  return list;
}

std::vector<Token> tokens_of(const std::string& text) {
  std::vector<Token> tokens;
  EXPECT_EQ(scan(text, {}, tokens), ScanStatus::ok);
  return tokens;
}

/// What is left of the text, blanks dropped.
std::string left_of(const std::string& text) {
  const std::vector<Token> tokens = tokens_of(text);
  std::string out = text;
  const std::size_t left = leave_out_long_lists(text, tokens, out);
  EXPECT_EQ(out.size(), text.size());
  EXPECT_EQ(left, tokens_of(out).size());
  std::string words;
  for (const Token& token : tokens_of(out))
    words += text_of(out, token);
  return words;
}

constexpr std::size_t many = 5'000;

TEST(long_lists, keep_their_first_elements_and_the_last) {
  const std::string kept = repeated("1", parsed_list_elements);
  EXPECT_EQ(left_of("SELECT a IN (" + repeated("1", many) + ") FROM t"), "SELECTaIN(" + kept + ")FROMt");
  EXPECT_EQ(left_of("SELECT a=ANY(ARRAY[" + repeated("1", many) + "])"), "SELECTa=ANY(ARRAY[" + kept + "])");
  EXPECT_EQ(left_of("SELECT(" + repeated("1", many) + ",2)"),
            "SELECT(" + repeated("1", parsed_list_elements - 1) + ",2)");
}

TEST(long_lists, are_of_constants_of_any_kind_and_of_rows_of_them) {
  for (const char* element :
       {"-1", "+.5", "'a'", "E'\\''", "B'1'", "$1", "NULL", "true", "False", "(1,'a',NULL)"}) {
    const std::string kept = left_of("SELECT(" + repeated(element, parsed_list_elements) + ")");
    EXPECT_EQ(left_of("SELECT(" + repeated(element, many) + ")"), kept) << element;
  }
  const std::string insert = "INSERT INTO t VALUES";
  EXPECT_EQ(left_of(insert + repeated("(1,DEFAULT)", many) + "RETURNING a"),
            left_of(insert + repeated("(1,DEFAULT)", parsed_list_elements) + "RETURNING a"));
}

TEST(long_lists, are_not_of_anything_that_may_be_a_name) {
  for (const char* element :
       {"a", "f(1)", "1::t", "'person'::regclass", "a.b", "(1,a)", "1+1", "(1)::t", "nullif"}) {
    const std::string text = "SELECT(" + repeated(element, many) + ")";
    EXPECT_EQ(left_of(text), text) << element;
  }
  // Numbers of result columns stand outside brackets.
  const std::string order = "SELECT a ORDER BY ";
  EXPECT_EQ(left_of(order + repeated("1", many)).size(), order.size() - 4 + 2 * many - 1);
}

TEST(long_lists, may_be_interrupted) {
  const std::string part = repeated("1", many), kept = repeated("1", parsed_list_elements);
  EXPECT_EQ(left_of("SELECT(" + part + ",f(x)," + part + ")"), "SELECT(" + kept + ",f(x)," + kept + ")");
  EXPECT_EQ(left_of("SELECT(" + repeated("(1)", many) + "::t)"),
            "SELECT(" + repeated("(1)", parsed_list_elements) + "::t)");
}

TEST(long_lists, do_not_disturb_positions) {
  const std::string text = "SELECT '" + repeated("é", 10) + "' IN (" + repeated("'é'", many) + ") FROM WHERE";
  const ParseOutcome outcome = parse(text, tokens_of(text), {}, {});
  const auto* error = std::get_if<SyntaxError>(&outcome);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->byte, text.find("WHERE"));
}

TEST(long_lists, let_a_list_of_any_length_be_parsed) {
  const std::string text = "SELECT a IN (" + repeated("1", 1'500'000) + ")";
  EXPECT_TRUE(std::holds_alternative<ParseTree>(parse(text, tokens_of(text), {}, {})));
}

}  // namespace
}  // namespace pgsegue::parser

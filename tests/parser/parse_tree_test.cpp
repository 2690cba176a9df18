#include "parser/parse_tree.hpp"

#include "tests/parser/big_stack.hpp"

#include <gtest/gtest.h>

namespace pgsegue::parser {
namespace {

ParseOutcome parse_text(std::string_view text, ParseLimits limits = {}, LexingState state = {}) {
  std::vector<Token> tokens;
  EXPECT_EQ(scan(text, state, tokens), ScanStatus::ok);
  return parse(text, tokens, state, limits);
}

std::string chain_of(std::string_view head, std::string_view part, std::size_t count) {
  std::string text(head);
  for (std::size_t i = 0; i < count; ++i)
    text += part;
  return text;
}

TEST(parse_tree, statements_and_locations) {
  const auto outcome = parse_text("SELECT 'é'; SELECT a FROM person");
  const auto* tree = std::get_if<ParseTree>(&outcome);
  ASSERT_NE(tree, nullptr);
  ASSERT_EQ(tree->root().n_stmts, 2u);
  const PgQuery__SelectStmt& select = *tree->root().stmts[1]->stmt->select_stmt;
  EXPECT_EQ(select.from_clause[0]->range_var->location, 27);
}

TEST(parse_tree, syntax_error_has_the_servers_words_and_a_byte_offset) {
  const std::string text = "SELECT 'é' FROM FROM";
  const auto outcome = parse_text(text);
  const auto* error = std::get_if<SyntaxError>(&outcome);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->message, "syntax error at or near \"FROM\"");
  EXPECT_EQ(error->byte, text.rfind("FROM"));
  const auto at_end = parse_text("SELECT 1 FROM");
  EXPECT_EQ(std::get<SyntaxError>(at_end).byte, 13u);
}

TEST(parse_tree, lexes_as_the_session_does) {
  EXPECT_TRUE(std::holds_alternative<ParseTree>(parse_text("SELECT 'a' -- c\n 'b'")));
  EXPECT_TRUE(std::holds_alternative<ParseTree>(
      parse_text("SELECT 'it\\'s'", {}, {.standard_conforming_strings = false})));
}

TEST(parse_tree, refuses_what_is_too_deep_or_too_long_before_parsing) {
  const auto deep = parse_text(chain_of("SELECT a", "+a", 60'000));
  ASSERT_TRUE(std::holds_alternative<TooDeep>(deep));
  EXPECT_GT(std::get<TooDeep>(deep).nesting, 60'000u);
  EXPECT_TRUE(std::holds_alternative<TooLong>(parse_text("SELECT 1,2", {.max_depth = 100, .max_tokens = 3})));
}

/// The deepest texts that the default limits let pass, of every kind that recurses on the left.
TEST(parse_tree, default_depth_fits_a_stack_of_256_mib) {
  for (const auto& [head, part, tokens] : {std::tuple{"SELECT a", "+a", 2},
                                           {"SELECT a", " ISNULL", 1},
                                           {"SELECT 1", " UNION SELECT 1", 4},
                                           {"SELECT 1 FROM a", " CROSS JOIN a", 3},
                                           {"SELECT a", "::int", 2}}) {
    const std::string text = chain_of(head, part, 49'900 / static_cast<std::size_t>(tokens));
    bool parsed = false;
    test::run_with_stack(256u << 20, [&] { parsed = std::holds_alternative<ParseTree>(parse_text(text)); });
    EXPECT_TRUE(parsed) << part;
  }
}

}  // namespace
}  // namespace pgsegue::parser

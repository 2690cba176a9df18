#include "parser/binder.hpp"
#include "parser/parse_tree.hpp"
#include "tests/parser/big_stack.hpp"
#include "tests/support/test_catalog.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pgsegue::parser::test {
namespace {

std::string repeated(const std::string& piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text += piece;
  return text;
}

/// How many references the text's only statement has; 0 if it is not parsed.
std::size_t count_references(const std::string& text) {
  const pgsegue::test::TestCatalog catalog("person(id, last_name)\naccount(id, balance)");
  const SearchPath path{Identifier::from_catalog("public")};
  std::vector<Token> tokens;
  EXPECT_EQ(scan(text, {}, tokens), ScanStatus::ok);
  const ParseOutcome outcome = parse(text, tokens, {}, {});
  const auto* tree = std::get_if<ParseTree>(&outcome);
  if (tree == nullptr || tree->root().n_stmts != 1) return 0;
  const BindResult result = bind_statement(*tree->root().stmts[0], {text, tokens, catalog, &path, {}});
  return result.statement.references.size();
}

/// As on the server's workers: the parser's limit is made for stacks of this size.
void expect_references(const std::string& text, std::size_t count) {
  constexpr std::size_t stack_bytes = 256u << 20;
  run_with_stack(stack_bytes, [&] { EXPECT_EQ(count_references(text), count); });
}

TEST(bind_depth, follows_long_sums) {
  expect_references("SELECT last_name" + repeated(" + id", 20'000) + " FROM person", 20'001);
}

TEST(bind_depth, follows_nested_negations) {
  expect_references("SELECT " + repeated("NOT ", 3'000) + "last_name FROM person", 1);
}

TEST(bind_depth, follows_nested_calls) {
  expect_references("SELECT " + repeated("f(", 1'500) + "last_name" + repeated(")", 1'500) + " FROM person",
                    1);
}

TEST(bind_depth, follows_nested_subqueries) {
  expect_references(repeated("SELECT (", 1'000) + "SELECT last_name FROM person" + repeated(")", 1'000), 1);
}

TEST(bind_depth, follows_long_unions) {
  expect_references("SELECT last_name FROM person" + repeated(" UNION SELECT id FROM person", 5'000), 5'001);
}

TEST(bind_depth, follows_long_joins) {
  std::string text = "SELECT last_name FROM person";
  for (int i = 0; i < 200; ++i)
    text += " JOIN account a" + std::to_string(i) + " USING (id)";
  // Each list stands for a column on either side.
  expect_references(text, 401);
}

TEST(bind_depth, gives_up_on_joins_of_too_many_columns) {
  const std::string text = "SELECT 1 FROM person" + repeated(" CROSS JOIN account", 600);
  constexpr std::size_t stack_bytes = 256u << 20;
  run_with_stack(stack_bytes, [&] {
    const pgsegue::test::TestCatalog catalog("person(id, last_name)\naccount(id, balance)");
    const SearchPath path{Identifier::from_catalog("public")};
    std::vector<Token> tokens;
    ASSERT_EQ(scan(text, {}, tokens), ScanStatus::ok);
    const ParseOutcome outcome = parse(text, tokens, {}, {});
    const auto* tree = std::get_if<ParseTree>(&outcome);
    ASSERT_NE(tree, nullptr);
    const BindResult result = bind_statement(*tree->root().stmts[0], {text, tokens, catalog, &path, {}});
    ASSERT_EQ(result.statement.doubts.size(), 1u);
    EXPECT_EQ(result.statement.doubts[0].kind, DoubtKind::construct);
  });
}

}  // namespace
}  // namespace pgsegue::parser::test

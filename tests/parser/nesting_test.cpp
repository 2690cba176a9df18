#include "parser/nesting.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pgsegue::parser {
namespace {

std::size_t nesting(std::string_view text) {
  std::vector<Token> tokens;
  EXPECT_EQ(scan(text, {}, tokens), ScanStatus::ok);
  return estimate_nesting(text, tokens);
}

std::string repeat(std::string_view head, std::string_view part, std::size_t count,
                   std::string_view tail = "") {
  std::string text(head);
  for (std::size_t i = 0; i < count; ++i)
    text += part;
  return text.append(tail);
}

TEST(nesting, chains_count_every_step) {
  for (const char* part : {"+a", " UNION SELECT 1", " UNION SELECT 1, 2", " JOIN a USING (x)", "::int",
                           " ISNULL", " INTERSECT SELECT a, b", " AT TIME ZONE a"}) {
    EXPECT_GE(nesting(repeat("SELECT a", part, 1000)), 1000u) << part;
  }
}

TEST(nesting, brackets_and_cases_add_up) {
  EXPECT_GE(nesting(repeat("SELECT ", "(", 1000) + repeat("a", ")", 1000)), 1000u);
  EXPECT_GE(nesting(repeat("", "SELECT (", 1000) + repeat("SELECT 1", ")", 1000)), 2000u);
  EXPECT_GE(nesting(repeat("SELECT ", "CASE WHEN a THEN ", 1000) + repeat("a", " END", 1000)), 1000u);
  EXPECT_GE(nesting(repeat("SELECT ", "NOT ", 1000, "a")), 1000u);
  EXPECT_GE(nesting(repeat("SELECT ", "f(1, a+", 1000) + repeat("a", ")", 1000)), 3000u);
}

TEST(nesting, what_stands_side_by_side_does_not_count) {
  EXPECT_LT(nesting(repeat("SELECT a FROM t WHERE id IN (1", ", 2", 10'000, ")")), 20u);
  EXPECT_LT(nesting(repeat("INSERT INTO t VALUES (1, 'a', now())", ", (1, 'a', now())", 10'000)), 20u);
  EXPECT_LT(nesting(repeat("SELECT 1", ", a.b AS c", 10'000)), 20u);
  EXPECT_LT(nesting(repeat("SELECT 1 UNION SELECT 2", "; SELECT 1 UNION SELECT 2", 10'000)), 20u);
}

TEST(nesting, stray_closing_brackets_are_harmless) {
  EXPECT_LT(nesting(")))])) a"), 20u);
}

}  // namespace
}  // namespace pgsegue::parser

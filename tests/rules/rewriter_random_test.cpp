#include "rules/rewriter.hpp"
#include "tests/rules/rule_snapshot.hpp"
#include "tests/support/data_file.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace pgsegue::rules {
namespace {

using Action = Rewrite::Action;

/// The statements of the data files.
std::vector<std::string> rewritten_statements() {
  std::vector<std::string> statements;
  for (const std::string& path : test::data_files("rewrite")) {
    for (const test::DataCase& data : test::read_data_file(path)) {
      if (data.words.at(0) == "rewrite") statements.push_back(data.input);
    }
  }
  return statements;
}

struct rewriter_random : testing::Test {
  std::shared_ptr<const Snapshot> snapshot = snapshot_of_rules(PGSEGUE_TEST_DATA "/rewrite/shop.yaml");
  std::vector<std::string> statements = rewritten_statements();
  parser::SearchPath path{parser::Identifier::from_catalog("pg_catalog"),
                          parser::Identifier::from_catalog("public")};
  StatementContext context;
  std::mt19937_64 random{20221129};

  rewriter_random() {
    context.snapshot = snapshot.get();
    context.search_path = &path;
  }

  std::size_t pick(std::size_t size) {
    return std::uniform_int_distribution<std::size_t>(0, size - 1)(random);
  }

  /// A statement with tokens of others in it, left out, or repeated; constants get other values.
  std::string mutate(const std::string& text) {
    std::vector<parser::Token> tokens;
    if (scan(text, {}, tokens) != parser::ScanStatus::ok) return text;
    std::string mutant;
    for (const parser::Token& token : tokens) {
      const std::string word(text_of(text, token));
      switch (pick(40)) {
        case 0:
          break;
        case 1:
          mutant += word + ' ' + word + ' ';
          break;
        case 2:
          mutant += word + " person ";
          break;
        case 3:
          mutant += pick(2) == 0 ? "last_name " : "surname ";
          break;
        default:
          mutant += (token.kind == parser::TokenKind::number ? std::to_string(pick(10'000)) : word) + ' ';
      }
    }
    return mutant;
  }
};

std::string outcome(const Rewrite& result) {
  if (result.action == Action::refuse) return result.error->sqlstate + result.error->message;
  return std::to_string(static_cast<int>(result.action)) + std::string(result.text);
}

/// Whatever a rewriter has seen before, its answer is the one that planning from nothing gives; and what it
/// sends in place of a statement can be scanned.
TEST_F(rewriter_random, the_cache_never_changes_an_answer) {
  ASSERT_GT(statements.size(), 60u);
  Rewriter warm({.cache_bytes = 65'536});
  std::size_t replaced = 0;
  for (int i = 0; i < 2'000; ++i) {
    const std::string text = mutate(statements[pick(statements.size())]);
    context.version = VersionIndex{static_cast<std::uint32_t>(pick(2))};
    Rewriter cold({});
    const std::string expected = outcome(cold.rewrite(text, context));
    for (int again = 0; again < 2; ++again) {
      const Rewrite result = warm.rewrite(text, context);
      ASSERT_EQ(outcome(result), expected) << text;
      std::vector<parser::Token> tokens;
      if (result.action == Action::replace) {
        ++replaced;
        EXPECT_EQ(scan(result.text, {}, tokens), parser::ScanStatus::ok) << result.text;
      }
    }
  }
  EXPECT_GT(replaced, 200u);
  EXPECT_GT(warm.counters().hits, 200u);
}

}  // namespace
}  // namespace pgsegue::rules

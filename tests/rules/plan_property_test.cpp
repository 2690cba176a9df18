#include "parser/parse_tree.hpp"
#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "rules/plan.hpp"
#include "rules/splice.hpp"
#include "rules/version_view.hpp"
#include "tests/rules/catalog_text.hpp"
#include "tests/support/data_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

namespace pgsegue::rules {
namespace {

using parser::Identifier;

constexpr const char* renaming_rules = R"(
# catalog: people(id, first_name, surname, account_id)
# catalog: account(id, last_name, balance, person_id)
# catalog: orders(id, person_id, total, status)
# catalog: archive.person(id, last_name)
database: shop
versions:
  - name: v1
  - name: v2
    changes:
      - rename_table: { from: person, to: people }
      - rename_column: { table: person, from: last_name, to: surname }
)";

/// The statements of all data files of both folders.
std::vector<std::string> one_line_statements() {
  std::vector<std::string> statements;
  for (const char* folder : {"resolve", "plan"}) {
    for (const std::string& file : pgsegue::test::data_files(folder)) {
      std::ifstream stream(file);
      std::string line;
      while (std::getline(stream, line)) {
        const bool is_case = line.starts_with("resolve") || line.starts_with("rewrite");
        if (is_case && std::getline(stream, line)) statements.push_back(line);
      }
    }
  }
  return statements;
}

class plan_property : public testing::Test {
 protected:
  plan_property()
      : snapshot_(build_snapshot(catalog_of(renaming_rules), parse_rules(renaming_rules, "t.yaml").rules, 1)
                      .snapshot) {}

  const VersionView& version(const char* name) const {
    return snapshot_->version(*snapshot_->find_version(name));
  }

  PlanResult plan(std::string_view text, const std::vector<parser::Token>& tokens,
                  const parser::CatalogView& logical, const AffectedNames& affected) const {
    return plan_statement({.text = text,
                           .tokens = tokens,
                           .logical = logical,
                           .physical = snapshot_->catalog(),
                           .affected = affected,
                           .search_path = &path_,
                           .temporary_relations = {},
                           .lexing = {},
                           .max_depth = 1000,
                           .grammar_matches_server = true,
                           .encoding_is_utf8 = true});
  }

  const parser::SearchPath path_{Identifier::from_catalog("pg_catalog"), Identifier::from_catalog("public")};
  std::shared_ptr<const Snapshot> snapshot_;
};

TEST_F(plan_property, changes_nothing_between_equal_catalogs) {
  const std::vector<std::string> statements = one_line_statements();
  ASSERT_GT(statements.size(), 500u);
  std::size_t planned = 0;
  for (const std::string& statement : statements) {
    std::vector<parser::Token> tokens;
    ASSERT_EQ(scan(statement, {}, tokens), parser::ScanStatus::ok) << statement;
    // Every table counts as affected, so that every statement is planned; no name differs.
    AffectedNames affected;
    for (const char* name : {"people", "account", "orders"})
      affected.relations.insert(Identifier::from_catalog(name));
    const PlanResult result = plan(statement, tokens, snapshot_->catalog(), affected);
    if (const auto* program = std::get_if<EditProgram>(&result.outcome)) {
      EXPECT_TRUE(program->edits.empty()) << statement;
      ++planned;
    }
  }
  EXPECT_GT(planned, statements.size() / 2);
}

/// One edit of a text: a piece doubled, dropped, or replaced by a piece of another text.
std::string mutate(const std::vector<std::string>& statements, std::mt19937& random) {
  const auto pick = [&](std::size_t size) {
    return std::uniform_int_distribution<std::size_t>(0, size)(random);
  };
  std::string text = statements[pick(statements.size() - 1)];
  const std::size_t edits = 1 + pick(3);
  for (std::size_t i = 0; i < edits; ++i) {
    const std::string& donor = statements[pick(statements.size() - 1)];
    const std::size_t from = pick(text.size()), length = pick(text.size() - from) % 12;
    const std::size_t donor_from = pick(donor.size());
    text.replace(from, length, donor.substr(donor_from, pick(20)));
  }
  return text;
}

TEST_F(plan_property, answers_any_mutation_with_a_text_that_parses) {
  const std::vector<std::string> statements = one_line_statements();
  std::mt19937 random(20251121);
  std::size_t parsed = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = mutate(statements, random);
    std::vector<parser::Token> tokens;
    if (scan(text, {}, tokens) != parser::ScanStatus::ok) continue;
    const VersionView& view = version("v1");
    const PlanResult result = plan(text, tokens, view, view.affected());
    const auto* program = std::get_if<EditProgram>(&result.outcome);
    if (program == nullptr) continue;
    std::string rewritten;
    ASSERT_TRUE(splice(text, tokens, *program, rewritten)) << text;
    std::vector<parser::Token> after;
    ASSERT_EQ(scan(rewritten, {}, after), parser::ScanStatus::ok) << text << '\n' << rewritten;
    const parser::ParseOutcome outcome = parser::parse(rewritten, after, {}, {});
    ASSERT_TRUE(std::holds_alternative<parser::ParseTree>(outcome)) << text << '\n' << rewritten;
    ++parsed;
  }
  EXPECT_GT(parsed, 1000u);
}

/// What v1 rewrites for the server, v2 (whose names are the server's) leaves as it is.
TEST_F(plan_property, rewrites_into_the_names_of_the_server) {
  const VersionView& v1 = version("v1");
  for (const std::string& statement : one_line_statements()) {
    std::vector<parser::Token> tokens;
    ASSERT_EQ(scan(statement, {}, tokens), parser::ScanStatus::ok);
    const PlanResult first = plan(statement, tokens, v1, v1.affected());
    const auto* program = std::get_if<EditProgram>(&first.outcome);
    if (program == nullptr || program->edits.empty()) continue;
    std::string rewritten;
    ASSERT_TRUE(splice(statement, tokens, *program, rewritten));
    ASSERT_EQ(scan(rewritten, {}, tokens), parser::ScanStatus::ok);
    const PlanResult second = plan(rewritten, tokens, snapshot_->catalog(), v1.affected());
    const auto* again = std::get_if<EditProgram>(&second.outcome);
    ASSERT_NE(again, nullptr) << rewritten;
    EXPECT_TRUE(again->edits.empty()) << rewritten;
  }
}

TEST_F(plan_property, bounds_what_stars_can_ask_for) {
  std::string text = "SELECT * FROM person";
  for (int i = 0; i < 40; ++i) {
    // Each level doubles the columns.
    text.insert(0, "SELECT *, * FROM (");
    text += ") AS s";
  }
  std::vector<parser::Token> tokens;
  ASSERT_EQ(scan(text, {}, tokens), parser::ScanStatus::ok);
  const PlanResult result = plan(text, tokens, version("v1"), version("v1").affected());
  const auto* error = std::get_if<SqlError>(&result.outcome);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->sqlstate, "0A000");
}

}  // namespace
}  // namespace pgsegue::rules

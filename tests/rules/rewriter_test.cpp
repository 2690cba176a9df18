#include "rules/rewriter.hpp"

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "tests/rules/catalog_text.hpp"
#include "tests/support/allocation_counter.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace pgsegue::rules {
namespace {

using Action = Rewrite::Action;
using parser::Identifier;

constexpr const char* rule_text = R"(
# catalog: person(id, first_name, surname)
# catalog: account(id, last_name)
# catalog: other.person(id, last_name, surname)
database: shop
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname }
)";

std::shared_ptr<const Snapshot> make_snapshot(const char* text, bool opaque_functions = false) {
  CatalogRows rows = catalog_rows(text);
  rows.functions_may_change_search_path = opaque_functions;
  const LoadedRules loaded = parse_rules(text, "shop.yaml");
  return build_snapshot(std::make_shared<const PhysicalCatalog>(std::move(rows)), loaded.rules, 1).snapshot;
}

struct rewriter : testing::Test {
  std::shared_ptr<const Snapshot> snapshot = make_snapshot(rule_text);
  parser::SearchPath path{Identifier::from_catalog("pg_catalog"), Identifier::from_catalog("public")};
  std::vector<Identifier> temporary;
  StatementContext context = context_of("v1");
  Rewriter subject{{}};

  StatementContext context_of(std::string_view version) {
    StatementContext made;
    made.snapshot = snapshot.get();
    made.version = *snapshot->find_version(version);
    made.search_path = &path;
    made.temporary_relations = &temporary;
    return made;
  }
  std::string replaced(std::string_view text) {
    const Rewrite result = subject.rewrite(text, context);
    return result.action == Action::replace ? std::string(result.text) : "not replaced";
  }
};

TEST_F(rewriter, nothing_is_allocated_for_what_is_forwarded_or_known) {
  const std::string forwarded =
      "SELECT last_name, \"surname\" FROM account WHERE id = 7 AND last_name = 'person'";
  const std::string rewritten =
      "SELECT id, last_name FROM person WHERE last_name = 'Turing' ORDER BY last_name";
  const std::string quoted = "SELECT \"last_name\" FROM \"public\".\"person\"";
  for (const std::string& text : {forwarded, rewritten, quoted})
    subject.rewrite(text, context);
  for (const std::string& text : {forwarded, rewritten, quoted}) {
    const std::size_t before = test::allocations();
    const Rewrite result = subject.rewrite(text, context);
    EXPECT_EQ(test::allocations(), before) << text;
    EXPECT_EQ(result.action, text == forwarded ? Action::forward : Action::replace);
  }
  const std::size_t before = test::allocations();
  ::operator delete(::operator new(1));
  EXPECT_EQ(test::allocations(), before + 1) << "the counter counts";
}

TEST_F(rewriter, counts_what_it_does) {
  subject.rewrite("SELECT 1", context);
  subject.rewrite("SELECT last_name FROM person WHERE id = 1", context);
  subject.rewrite("SELECT last_name FROM person WHERE id = 2", context);
  subject.rewrite("INSERT INTO person (surname) VALUES (1)", context);
  const Rewriter::Counters& counters = subject.counters();
  EXPECT_EQ(counters.forwarded, 1u);
  EXPECT_EQ(counters.rewritten, 2u);
  EXPECT_EQ(counters.refused, 1u);
  EXPECT_EQ(counters.hits, 1u);
  EXPECT_EQ(counters.misses, 2u);
}

TEST_F(rewriter, what_comes_again_gets_the_same_answer) {
  context.comes_again = true;
  for (const char* text : {"SELECT last_name FROM person WHERE id = $1", "SELECT id FROM account",
                           "INSERT INTO person (last_name) VALUES ($1)", "SELECT surname FROM person",
                           "COMMIT", "CREATE TABLE t AS SELECT last_name FROM person"}) {
    context.comes_again = false;
    const Rewrite expected = subject.rewrite(text, context);
    const std::string expected_text(expected.text);
    context.comes_again = true;
    for (int i = 0; i < 4; ++i) {
      const Rewrite result = subject.rewrite(text, context);
      EXPECT_EQ(result.action, expected.action) << text;
      EXPECT_EQ(result.text, expected_text);
      EXPECT_EQ(result.affected, expected.affected) << text;
      EXPECT_EQ(result.effects.have_any(), expected.effects.have_any()) << text;
      EXPECT_EQ(result.effects.makes, expected.effects.makes) << text;
    }
  }
}

TEST_F(rewriter, what_comes_again_is_counted_and_allocates_nothing) {
  context.comes_again = true;
  const std::string text = "SELECT last_name FROM person WHERE id = $1";
  for (int i = 0; i < 3; ++i)
    subject.rewrite(text, context);
  const std::size_t before = test::allocations();
  subject.rewrite(text, context);
  EXPECT_EQ(test::allocations(), before);
  EXPECT_EQ(subject.counters().hits, 3u);
  EXPECT_EQ(subject.counters().rewritten, 4u);
}

TEST_F(rewriter, what_the_session_has_made_is_looked_for_in_what_comes_again) {
  context.comes_again = true;
  const std::string text = "SELECT last_name FROM person WHERE id = $1";
  for (int i = 0; i < 3; ++i)
    subject.rewrite(text, context);
  const std::vector<Identifier> made{Identifier::from_catalog("person")};
  context.made = &made;
  EXPECT_EQ(subject.rewrite(text, context).action, Action::refuse);
}

class what_comes_again : public rewriter, public testing::WithParamInterface<bool> {};
INSTANTIATE_TEST_SUITE_P(rewriter, what_comes_again, testing::Bool());

TEST_P(what_comes_again, belongs_to_its_context) {
  const bool comes_again = GetParam();
  const auto use = [this](std::string_view version) {
    context = context_of(version);
    context.comes_again = GetParam();
  };
  use("v1");
  const std::string text = "SELECT last_name FROM person";
  if (comes_again) {
    for (int i = 0; i < 3; ++i)
      subject.rewrite(text, context);
  }
  EXPECT_EQ(replaced(text), "SELECT surname AS last_name FROM person");
  path = {Identifier::from_catalog("pg_catalog"), Identifier::from_catalog("other"),
          Identifier::from_catalog("public")};
  EXPECT_EQ(subject.rewrite(text, context).action, Action::forward);
  path.erase(path.begin() + 1);
  EXPECT_EQ(replaced(text), "SELECT surname AS last_name FROM person");
  temporary = {Identifier::from_catalog("person")};
  EXPECT_NE(subject.rewrite(text, context).action, Action::replace);
  temporary.clear();
  use("v2");
  EXPECT_EQ(subject.rewrite(text, context).action, Action::forward);
  EXPECT_FALSE(subject.rewrite(text, context).affected);
}

TEST_F(rewriter, a_column_in_a_constant_is_judged_anew_with_every_relation_in_one) {
  const auto action_for = [this](const std::string& relation) {
    return subject.rewrite("SELECT has_column_privilege(" + relation + ", 'last_name', 'SELECT')", context)
        .action;
  };
  EXPECT_EQ(action_for("'account'"), Action::forward);
  EXPECT_EQ(action_for("''"), Action::refuse);
  EXPECT_EQ(action_for("'account'::regclass"), Action::forward);
  EXPECT_EQ(action_for("'1000'::regclass"), Action::refuse);
}

TEST_F(rewriter, names_beyond_ascii_are_not_mistaken_in_another_encoding) {
  snapshot = make_snapshot(R"(
# catalog: person(id, größe)
database: shop
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: '"höhe"', to: '"größe"' }
  - name: v3
    changes:
      - rename_column: { table: person, from: '"größe"', to: size }
)");
  ASSERT_TRUE(snapshot);
  const std::string in_latin1 = "SELECT h\xF6he FROM person -- \xE9";
  context = context_of("v1");
  EXPECT_EQ(replaced("SELECT höhe FROM person"), "SELECT \"größe\" AS \"höhe\" FROM person");
  context.encoding = parser::TextEncoding::between("LATIN1", "UTF8");
  EXPECT_EQ(replaced(in_latin1),
            "SELECT \"gr\xF6\xDF"
            "e\" AS \"h\xF6he\" FROM person -- \xE9");
  context.encoding = parser::TextEncoding::between("WIN1251", "UTF8");
  EXPECT_EQ(subject.rewrite("SELECT U&\"h\\00F6he\" FROM person", context).error->sqlstate, "0A000");
  context.encoding = parser::TextEncoding::between("SJIS", "SQL_ASCII");
  EXPECT_EQ(subject.rewrite(in_latin1, context).action, Action::forward);
  context.encoding = parser::TextEncoding::between("MULE_INTERNAL", "MULE_INTERNAL");
  EXPECT_EQ(subject.rewrite(in_latin1, context).error->sqlstate, "0A000");
}

TEST_F(rewriter, another_snapshot_is_another_context) {
  const std::string text = "SELECT last_name FROM person";
  EXPECT_EQ(replaced(text), "SELECT surname AS last_name FROM person");
  const auto before_the_rename = make_snapshot(
      "# catalog: person(id, first_name, last_name)\ndatabase: shop\nversions:\n  - name: v1\n  - name: v2\n "
      "   changes:\n"
      "      - rename_column: { table: person, from: last_name, to: surname }\n");
  ASSERT_NE(before_the_rename, nullptr);
  EXPECT_NE(before_the_rename->id(), snapshot->id());
  EXPECT_EQ(before_the_rename->epoch(), snapshot->epoch());
  context.snapshot = before_the_rename.get();
  EXPECT_EQ(subject.rewrite(text, context).action, Action::forward);
}

TEST_F(rewriter, more_contexts_than_are_kept_do_no_harm) {
  for (int i = 0; i < 3000; ++i) {
    path = {Identifier::from_catalog("pg_catalog"), Identifier::from_catalog("s" + std::to_string(i)),
            Identifier::from_catalog("public")};
    ASSERT_EQ(replaced("SELECT last_name FROM person"), "SELECT surname AS last_name FROM person");
  }
}

TEST_F(rewriter, asks_for_the_path_only_where_it_matters) {
  context.search_path = nullptr;
  EXPECT_EQ(subject.rewrite("SELECT 1", context).action, Action::forward);
  EXPECT_EQ(subject.rewrite("SELECT last_name FROM person", context).action, Action::needs_path);
  EXPECT_EQ(replaced("SELECT last_name FROM public.person"),
            "SELECT surname AS last_name FROM public.person");
}

TEST_F(rewriter, effects_come_with_every_answer) {
  EXPECT_TRUE(subject.rewrite("SET search_path = a", context).effects.may_change_search_path);
  EXPECT_TRUE(subject.rewrite("CREATE TABLE t ()", context_of("v2")).effects.is_ddl);
  EXPECT_FALSE(subject.rewrite("SELECT last_name FROM person", context).effects.may_change_search_path);
  const auto opaque = make_snapshot(rule_text, true);
  context.snapshot = opaque.get();
  EXPECT_TRUE(subject.rewrite("SELECT f()", context).effects.may_change_search_path);
  EXPECT_FALSE(subject.rewrite("COMMIT", context).effects.only_ends_transaction);
}

TEST_F(rewriter, without_a_snapshot_everything_is_forwarded) {
  EXPECT_EQ(subject.rewrite("SELECT last_name FROM person", {}).action, Action::forward);
  std::string out;
  EXPECT_FALSE(subject.translate_error({}, "SELECT last_name FROM person", {}, out));
}

TEST_F(rewriter, what_is_too_deep_is_refused_before_it_is_parsed) {
  std::string text = "SELECT last_name";
  for (int i = 0; i < 60'000; ++i)
    text += "||last_name";
  const Rewrite result = subject.rewrite(text + " FROM person", context);
  ASSERT_EQ(result.action, Action::refuse);
  EXPECT_EQ(result.error->sqlstate, "54001");
}

TEST_F(rewriter, errors_are_translated_with_the_program_of_their_statement) {
  const std::string original = "SELECT last_name FROM person WHERE last_name = 1";
  ASSERT_EQ(replaced(original), "SELECT surname AS last_name FROM person WHERE surname = 1");
  const ErrorFields fields{
      {{'S', "ERROR"}, {'C', "42883"}, {'M', "operator does not exist: text = integer"}, {'P', "55"}}};
  std::string out;
  ASSERT_TRUE(subject.translate_error(fields, original, context, out));
  EXPECT_NE(out.find(std::string("P46\0", 4)), std::string::npos) << out;
}

}  // namespace
}  // namespace pgsegue::rules

#include "rules/constant_names.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace pgsegue::rules {
namespace {

using parser::Identifier;

/// `person` has a renamed column; `people` is a renamed table.
struct constant_names : testing::Test {
  AffectedNames names;
  AffectedGate gate = make_gate();

  AffectedGate make_gate() {
    names.relations = {Identifier::from_catalog("person"), Identifier::from_catalog("people")};
    names.renamed = {Identifier::from_catalog("people")};
    return AffectedGate(names);
  }

  std::optional<ConstantName> find(std::string_view text, parser::LexingState state = {}) const {
    std::vector<parser::Token> tokens;
    EXPECT_EQ(scan(text, state, tokens), parser::ScanStatus::ok) << text;
    const auto found = find_constant_names(text, tokens, state, read_facts(text, tokens, &gate), gate);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }
};

TEST_F(constant_names, in_code) {
  for (const char* text :
       {"DO $$ BEGIN DELETE FROM person; END $$", "DO 'PERFORM 1 FROM PEOPLE'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1 FROM \"person\"'",
        "SELECT 1; DO E'p\\x65ople'", "DO E'DELETE FROM\\nperson'", "DO E'p\\erson'", "DO U&'p\\0065rson'",
        "DO $$ TABLE U&\"p\\0065rson\" $$", "DO e'person'", "DO N'person'"}) {
    const auto found = find(text);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->use, ConstantUse::body);
  }
  for (const char* text :
       {"DO $$ BEGIN PERFORM 1; END $$", "DO $$ SELECT 'a' ~ '\\d\\1' $$", "DO E'a\\nb'", "DO E'nperson'"}) {
    EXPECT_FALSE(find(text)) << text;
  }
}

TEST_F(constant_names, as_the_session_reads_backslashes) {
  constexpr parser::LexingState non_conforming{.standard_conforming_strings = false};
  EXPECT_FALSE(find("DO 'FROM\\nperson'"));
  EXPECT_TRUE(find("DO 'FROM\\nperson'", non_conforming));
  EXPECT_TRUE(find("DO 'p\\145rson'", non_conforming));
  EXPECT_FALSE(find("DO $$ \\nperson $$", non_conforming));
}

TEST_F(constant_names, where_a_relation_is_read) {
  for (const char* text :
       {"SELECT 'people'::regclass", "SELECT nextval('public.people')", "SELECT pg_relation_size('People')",
        "SELECT pg_get_serial_sequence('person', 'id')", "SELECT to_regclass('\"people\"')"}) {
    const auto found = find(text);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->use, ConstantUse::argument);
  }
}

TEST_F(constant_names, over_the_parts_of_a_constant) {
  for (const char* text : {"SELECT 'peo'\n'ple'::regclass", "SELECT E'peo' \n\t'p\\le'::regclass",
                           "SELECT 'a''b'\n'.people'::regclass", "SELECT 'peo' -- it's\n'ple'::regclass"}) {
    EXPECT_TRUE(find(text)) << text;
  }
  for (const char* text : {"SELECT 'people'\n'_id_seq'::regclass", "SELECT E'\\''\n'x'::regclass"}) {
    EXPECT_FALSE(find(text)) << text;
  }
}

TEST_F(constant_names, not_where_only_the_column_differs_or_it_is_a_value) {
  for (const char* text : {"SELECT 'person'::regclass", "SELECT nextval('people_id_seq')", "SELECT 'people'",
                           "INSERT INTO log VALUES ('people')", "SELECT 'people', 'x'::text"}) {
    EXPECT_FALSE(find(text)) << text;
  }
}

}  // namespace
}  // namespace pgsegue::rules

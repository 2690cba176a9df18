#include "rules/constant_names.hpp"

#include <gtest/gtest.h>

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

  std::optional<ConstantName> find(std::string_view text) const {
    std::vector<parser::Token> tokens;
    EXPECT_EQ(scan(text, {}, tokens), parser::ScanStatus::ok) << text;
    return find_constant_name(text, tokens, read_facts(text, tokens, &gate), gate);
  }
};

TEST_F(constant_names, in_code) {
  for (const char* text : {"DO $$ BEGIN DELETE FROM person; END $$", "DO 'PERFORM 1 FROM PEOPLE'",
                           "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1 FROM \"person\"'",
                           "SELECT 1; DO E'p\\x65ople'"}) {
    const auto found = find(text);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->use, ConstantUse::body);
  }
  EXPECT_FALSE(find("DO $$ BEGIN PERFORM 1; END $$"));
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

TEST_F(constant_names, not_where_only_the_column_differs_or_it_is_a_value) {
  for (const char* text : {"SELECT 'person'::regclass", "SELECT nextval('people_id_seq')", "SELECT 'people'",
                           "INSERT INTO log VALUES ('people')", "SELECT 'people', 'x'::text"}) {
    EXPECT_FALSE(find(text)) << text;
  }
}

}  // namespace
}  // namespace pgsegue::rules

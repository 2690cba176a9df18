#include "rules/version_view.hpp"

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "tests/rules/catalog_text.hpp"
#include "tests/rules/names.hpp"

#include <gtest/gtest.h>

namespace pgsegue::rules {
namespace {

using parser::AttrNumber;
using parser::Relation;
using parser::RelationId;

constexpr RelationId person{1000}, account{1001}, archived{1002};

constexpr const char* people_catalog = R"(
# catalog: people(id, -, surname)
# catalog: account(id, last_name)
# catalog: archive.person(id, last_name)
# catalog: find_people() returns people
# catalog: find_accounts() returns account
# catalog: visit(id, guest:people[])
# catalog: visit_log(visit:visit)
# catalog: statement(account:account)
# catalog: latest_visit() returns visit
# catalog: grown_up over people
)";
constexpr const char* people_rules = R"(
database: shop
versions:
  - name: v1
  - name: v2
    changes:
      - rename_table: { from: person, to: people }
      - rename_column: { table: person, from: last_name, to: surname }
)";

class version_view : public testing::Test {
 protected:
  version_view() {
    const LoadedRules loaded = parse_rules(people_rules, "t.yaml");
    built = build_snapshot(catalog_of(people_catalog), loaded.rules, 7);
  }
  const VersionView& v1() const { return built.snapshot->version(*built.snapshot->find_version("v1")); }
  const VersionView& v2() const { return built.snapshot->version(*built.snapshot->find_version("v2")); }
  BuiltSnapshot built;
};

TEST_F(version_view, snapshot_knows_its_versions) {
  ASSERT_TRUE(built.snapshot);
  EXPECT_EQ(built.snapshot->epoch(), 7u);
  EXPECT_EQ(built.snapshot->version_count(), 2u);
  EXPECT_EQ(built.snapshot->find_version("v3"), std::nullopt);
  EXPECT_EQ(built.snapshot->find_version("V1"), std::nullopt);
  EXPECT_EQ(v1().name(), "v1");
}

TEST_F(version_view, finds_a_renamed_table_by_its_own_name_only) {
  const Relation* relation = v1().find(id("public"), id("person"));
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->id, person);
  EXPECT_NE(relation->find_column(id("last_name")), nullptr);
  EXPECT_EQ(relation->find_column(id("surname")), nullptr);
  EXPECT_EQ(v1().find(id("public"), id("people")), nullptr);
  EXPECT_EQ(v2().find(id("public"), id("person")), nullptr);
  EXPECT_EQ(v2().find(id("public"), id("people"))->id, person);
}

TEST_F(version_view, leaves_a_table_of_the_same_name_in_another_schema_alone) {
  EXPECT_EQ(v1().find(id("archive"), id("person"))->id, archived);
  EXPECT_FALSE(v1().is_affected(archived));
}

TEST_F(version_view, shares_unaffected_relations_with_the_catalog) {
  EXPECT_EQ(v1().find(id("public"), id("account")), built.snapshot->catalog().find(account));
  EXPECT_EQ(v1().find(account), built.snapshot->catalog().find(account));
  EXPECT_FALSE(v1().is_affected(account));
}

TEST_F(version_view, finds_by_id_with_this_versions_names) {
  EXPECT_EQ(v1().find(person)->name, id("person"));
  EXPECT_EQ(v2().find(person)->name, id("people"));
  EXPECT_EQ(v1().find(RelationId{1}), nullptr);
}

TEST_F(version_view, translates_column_names_by_number) {
  const RelationLens* lens = v1().lens(person);
  ASSERT_NE(lens, nullptr);
  EXPECT_EQ(*lens->logical_name(AttrNumber{3}), id("last_name"));
  EXPECT_EQ(*lens->physical_name(AttrNumber{3}), id("surname"));
  EXPECT_EQ(lens->logical_name(AttrNumber{2}), nullptr);
  EXPECT_EQ(lens->physical_name(AttrNumber{9}), nullptr);
  EXPECT_EQ(v2().lens(person), nullptr);
}

TEST_F(version_view, gate_knows_both_names_and_functions_that_return_the_rows) {
  EXPECT_TRUE(v1().is_affected_name("person"));
  EXPECT_TRUE(v1().is_affected_name("people"));
  EXPECT_TRUE(v1().is_affected_name("find_people"));
  EXPECT_FALSE(v1().is_affected_name("find_accounts"));
  EXPECT_FALSE(v1().is_affected_name("account"));
  EXPECT_FALSE(v1().is_affected_name("last_name"));
  EXPECT_TRUE(v1().affected().columns.contains(std::string_view("last_name")));
  EXPECT_TRUE(v1().affected().columns.contains(id("surname")));
  EXPECT_FALSE(v1().affected().columns.contains(id("id")));
}

TEST_F(version_view, the_version_the_server_has_is_affected_by_nothing) {
  EXPECT_TRUE(v2().is_identity());
  EXPECT_FALSE(v2().is_settled());  // a column of people may be renamed again
  EXPECT_TRUE(v2().affected().unsettled.contains(person));
  EXPECT_FALSE(v2().affected().unsettled.contains(account));
  EXPECT_TRUE(v2().lenses().empty());
  EXPECT_FALSE(v2().is_affected_name("people"));
}

TEST_F(version_view, gate_knows_what_holds_the_rows) {
  EXPECT_TRUE(v1().is_affected_name("visit"));
  EXPECT_TRUE(v1().is_affected_name("visit_log"));
  EXPECT_TRUE(v1().is_affected_name("latest_visit"));
  EXPECT_TRUE(v1().is_affected_name("grown_up"));
  EXPECT_FALSE(v1().is_affected_name("statement"));
  EXPECT_FALSE(v2().is_affected_name("visit"));
}

TEST_F(version_view, functions_are_those_of_the_server) {
  EXPECT_TRUE(v1().function_exists(id("find_people")));
  EXPECT_FALSE(v1().function_exists(id("find_person")));
}

}  // namespace
}  // namespace pgsegue::rules

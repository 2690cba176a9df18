#include "rules/physical_catalog.hpp"

#include "tests/rules/catalog_text.hpp"
#include "tests/rules/names.hpp"

#include <gtest/gtest.h>

namespace pgsegue::rules {
namespace {

using parser::Relation;
using parser::RelationId;
using parser::RelationKind;

constexpr const char* small_catalog = R"(
# catalog: person(id, last_name)
# catalog: archive.person(id) inherits person
# catalog: names(last_name) is v
# catalog: person_pkey(id) is i
# catalog: find_people() returns person
# catalog: visit(id, guest:person, party:person[])
# catalog: grown_up over person
)";

TEST(physical_catalog, finds_by_schema_and_name) {
  const auto catalog = catalog_of(small_catalog);
  EXPECT_EQ(catalog->find(id("public"), id("person"))->id, RelationId{1000});
  EXPECT_EQ(catalog->find(id("archive"), id("person"))->id, RelationId{1001});
  EXPECT_EQ(catalog->find(id("archive"), id("names")), nullptr);
  EXPECT_EQ(catalog->find(id("publicperson"), id("")), nullptr);
  EXPECT_EQ(catalog->find(RelationId{1}), nullptr);
}

TEST(physical_catalog, knows_kinds) {
  const auto catalog = catalog_of(small_catalog);
  EXPECT_EQ(catalog->find(RelationId{1000})->kind, RelationKind::table);
  EXPECT_EQ(catalog->find(RelationId{1002})->kind, RelationKind::view);
  EXPECT_EQ(catalog->find(RelationId{1003})->kind, RelationKind::index);
}

TEST(physical_catalog, sorts_columns_by_number) {
  CatalogRows rows;
  rows.relations.push_back({7, "public", "t", 'r', {{"b", 3}, {"a", 1}}, {}});
  const PhysicalCatalog catalog(std::move(rows));
  EXPECT_EQ(catalog.find(RelationId{7})->columns[0].name, id("a"));
  EXPECT_EQ(catalog.find(RelationId{7})->columns[1].number, parser::AttrNumber{3});
}

TEST(physical_catalog, knows_children_and_functions_of_a_row_type) {
  const auto catalog = catalog_of(small_catalog);
  ASSERT_EQ(catalog->children(RelationId{1000}).size(), 1u);
  EXPECT_EQ(catalog->children(RelationId{1000})[0], RelationId{1001});
  EXPECT_TRUE(catalog->children(RelationId{1001}).empty());
  ASSERT_EQ(catalog->functions_returning(RelationId{1000}).size(), 1u);
  EXPECT_TRUE(catalog->functions_returning(RelationId{1001}).empty());
  EXPECT_TRUE(catalog->function_exists(id("find_people")));
  EXPECT_TRUE(catalog->user_function_exists(id("find_people")));
  EXPECT_EQ(catalog->row_function(id("find_people")), RelationId{1000});
}

TEST(physical_catalog, knows_what_holds_rows_of_a_relation) {
  const auto catalog = catalog_of(small_catalog);
  const Relation& visit = *catalog->find(id("public"), id("visit"));
  EXPECT_FALSE(visit.columns[0].row);
  EXPECT_EQ(visit.columns[1].row, (parser::RowType{RelationId{1000}, 0}));
  EXPECT_EQ(visit.columns[2].row, (parser::RowType{RelationId{1000}, 1}));
  ASSERT_EQ(catalog->carriers(RelationId{1000}).size(), 2u);
  EXPECT_EQ(catalog->carriers(RelationId{1000})[0], visit.id);
  EXPECT_TRUE(catalog->carriers(visit.id).empty());
  ASSERT_EQ(catalog->types_over(RelationId{1000}).size(), 1u);
  EXPECT_EQ(catalog->types_over(RelationId{1000})[0], id("grown_up"));
}

/// The same catalog but for one thing.
template <class Change>
bool still_same(Change change) {
  CatalogRows rows = catalog_rows(small_catalog);
  change(rows);
  const PhysicalCatalog before(catalog_rows(small_catalog)), after(std::move(rows));
  return before.same_meaning(after);
}

TEST(physical_catalog, order_of_rows_has_no_meaning) {
  EXPECT_TRUE(still_same([](CatalogRows&) {}));
  EXPECT_TRUE(still_same([](CatalogRows& rows) { std::swap(rows.relations[0], rows.relations[2]); }));
}

TEST(physical_catalog, names_columns_and_relations_have_meaning) {
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[0].name = "people"; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[0].schema = "archive2"; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[0].columns[1].name = "surname"; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[0].columns.push_back({"born", 3}); }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[0].oid = 5; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[4].columns[0].row_of = 1000; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[4].columns[1].array_levels = 1; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.row_types.clear(); }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations.pop_back(); }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[1].parents.clear(); }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.relations[2].relkind = 'm'; }));
}

TEST(physical_catalog, functions_have_meaning) {
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.functions.push_back({"f", 0}); }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.functions[0].returns_row_of = 0; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.functions[0].is_row = false; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.functions[0].is_builtin = true; }));
  EXPECT_FALSE(still_same([](CatalogRows& rows) { rows.functions_may_change_search_path = true; }));
}

}  // namespace
}  // namespace pgsegue::rules

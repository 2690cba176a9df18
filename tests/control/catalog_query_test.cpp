#include "proxy/control/catalog_query.hpp"

#include "tests/control/control_support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace pgsegue::control {
namespace {

using parser::Identifier;
using parser::Relation;
using parser::RelationKind;
using testing::open_connection;
using testing::postgres_cluster;
using testing::soon;

constexpr const char* schema = R"sql(
CREATE SCHEMA archive;
CREATE TABLE person (id int, gone text, last_name text, "Odd ""Name" int);
ALTER TABLE person DROP COLUMN gone;
CREATE TABLE archive.person () INHERITS (public.person);
CREATE TABLE measure (at date) PARTITION BY RANGE (at);
CREATE TABLE measure_2026 PARTITION OF measure FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE VIEW person_view AS SELECT * FROM person;
CREATE MATERIALIZED VIEW person_cache AS SELECT * FROM person;
CREATE TYPE pair AS (a int, b int);
CREATE SEQUENCE counter;
CREATE INDEX ON person (last_name);
CREATE DOMAIN code AS varchar(3) DEFAULT 'abc' NOT NULL;
CREATE TABLE stock (id int GENERATED ALWAYS AS IDENTITY, amount numeric(9,2) DEFAULT 1 + 1, kind code, number int DEFAULT nextval('counter'),
                    twice int GENERATED ALWAYS AS (number * 2) STORED, label text COLLATE "C" NOT NULL, owner int, keeper int, other int);
CREATE TABLE holder (id int PRIMARY KEY);
ALTER TABLE stock ADD FOREIGN KEY (owner) REFERENCES holder ON DELETE SET NULL, ADD FOREIGN KEY (keeper) REFERENCES holder ON DELETE SET NULL,
                  ADD FOREIGN KEY (other) REFERENCES holder;
CREATE VIEW stock_view AS SELECT s.id, h.id AS holder FROM stock s, holder h;
CREATE FUNCTION calm() RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION noisy() RETURNS int VOLATILE LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION archive.calm(int) RETURNS int STABLE LANGUAGE sql AS 'SELECT 1';
CREATE DOMAIN person_domain AS person;
CREATE TABLE visit (id int, guest person, party person[], host person_domain, hosts person_domain[]);
CREATE DOMAIN party AS person_domain[];
CREATE TYPE person_range AS RANGE (subtype = person);
CREATE FUNCTION find_people() RETURNS SETOF person LANGUAGE sql AS 'SELECT * FROM person';
CREATE FUNCTION people_array() RETURNS person[] LANGUAGE sql AS 'SELECT NULL::person[]';
CREATE FUNCTION people_domain() RETURNS person_domain LANGUAGE sql AS 'SELECT NULL::person_domain';
CREATE FUNCTION people_out(OUT p person, OUT n int) LANGUAGE sql AS 'SELECT NULL::person, 1';
CREATE FUNCTION overloaded() RETURNS person LANGUAGE sql AS 'SELECT NULL::person';
CREATE FUNCTION overloaded(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE bond (id int CONSTRAINT bond_key PRIMARY KEY, value int CONSTRAINT bond_check CHECK (value > 0),
  CONSTRAINT bond_bond FOREIGN KEY (value) REFERENCES bond);
CREATE TYPE archive.mood AS ENUM ('good');
CREATE FUNCTION takes_person(p person) RETURNS int LANGUAGE sql AS 'SELECT 1';
)sql";

class catalog_query : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { postgres_cluster::shared().create_database("catalog_query", schema); }

  std::shared_ptr<const rules::PhysicalCatalog> load() {
    loaded_catalog loaded = load_catalog(*connection_, soon());
    EXPECT_EQ(loaded.failure, "");
    return loaded.catalog;
  }
  static const Relation* find(const rules::PhysicalCatalog& catalog, const char* of_schema,
                              const char* name) {
    return catalog.find(Identifier::from_catalog(of_schema), Identifier::from_catalog(name));
  }

  open_connection connection_{"catalog_query"};
};

TEST_F(catalog_query, lists_columns_that_are_there_by_their_numbers) {
  const auto catalog = load();
  const Relation* person = find(*catalog, "public", "person");
  ASSERT_NE(person, nullptr);
  ASSERT_EQ(person->columns.size(), 3u);
  EXPECT_EQ(person->columns[1].name.str(), "last_name");
  EXPECT_EQ(person->columns[1].number, parser::AttrNumber{3});
  EXPECT_EQ(person->columns[2].name.str(), "Odd \"Name");
}

TEST_F(catalog_query, lists_every_kind_of_relation_that_a_query_can_name) {
  const auto catalog = load();
  for (const auto& [name, kind] :
       {std::pair("person", RelationKind::table), std::pair("measure", RelationKind::partitioned_table),
        std::pair("measure_2026", RelationKind::table), std::pair("person_view", RelationKind::view),
        std::pair("person_cache", RelationKind::materialized_view),
        std::pair("pair", RelationKind::composite_type), std::pair("counter", RelationKind::sequence)}) {
    const Relation* relation = find(*catalog, "public", name);
    ASSERT_NE(relation, nullptr) << name;
    EXPECT_EQ(relation->kind, kind) << name;
    EXPECT_FALSE(relation->columns.empty()) << name;
  }
  ASSERT_NE(find(*catalog, "public", "person_last_name_idx"), nullptr);
  EXPECT_EQ(find(*catalog, "public", "person_last_name_idx")->kind, RelationKind::index);
}

TEST_F(catalog_query, lists_the_system_schemas_too) {
  const auto catalog = load();
  ASSERT_NE(find(*catalog, "pg_catalog", "pg_class"), nullptr);
  ASSERT_NE(find(*catalog, "information_schema", "columns"), nullptr);
  EXPECT_TRUE(catalog->function_exists(Identifier::from_catalog("lower")));
  EXPECT_GE(catalog->server_version_num(), 150000);
}

TEST_F(catalog_query, knows_children_and_partitions) {
  const auto catalog = load();
  for (const auto& [parent, schema_of_child, child] :
       {std::tuple("person", "archive", "person"), std::tuple("measure", "public", "measure_2026")}) {
    const auto children = catalog->children(find(*catalog, "public", parent)->id);
    ASSERT_EQ(children.size(), 1u);
    EXPECT_EQ(children[0], find(*catalog, schema_of_child, child)->id);
  }
}

TEST_F(catalog_query, knows_the_functions_that_give_rows_of_a_table) {
  const auto catalog = load();
  std::vector<std::string> names;
  for (const auto& function : catalog->functions_returning(find(*catalog, "public", "person")->id)) {
    names.push_back(function.str());
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"find_people", "overloaded", "people_array", "people_domain",
                                             "people_out", "person_multirange", "person_range"}));
}

TEST_F(catalog_query, knows_the_functions_that_give_just_a_row) {
  const auto catalog = load();
  const auto row_function = [&](const char* name) {
    return catalog->row_function(Identifier::from_catalog(name));
  };
  EXPECT_EQ(row_function("find_people"), find(*catalog, "public", "person")->id);
  EXPECT_EQ(row_function("people_domain"), find(*catalog, "public", "person")->id);
  for (const char* name : {"people_array", "people_out", "person_range", "overloaded", "takes_person"})
    EXPECT_EQ(row_function(name), std::nullopt) << name;
  EXPECT_TRUE(catalog->user_function_exists(Identifier::from_catalog("takes_person")));
  EXPECT_FALSE(catalog->user_function_exists(Identifier::from_catalog("row_to_json")));
}

TEST_F(catalog_query, knows_columns_whose_type_holds_rows_of_a_table) {
  const auto catalog = load();
  const parser::RelationId person = find(*catalog, "public", "person")->id;
  const Relation& visit = *find(*catalog, "public", "visit");
  ASSERT_EQ(visit.columns.size(), 5u);
  EXPECT_FALSE(visit.columns[0].row);
  EXPECT_EQ(visit.columns[1].row, (parser::RowType{person, 0}));
  EXPECT_EQ(visit.columns[2].row, (parser::RowType{person, 1}));
  EXPECT_EQ(visit.columns[3].row, (parser::RowType{person, 0}));
  EXPECT_EQ(visit.columns[4].row, (parser::RowType{person, 1}));
}

TEST_F(catalog_query, knows_the_types_made_of_a_row_type) {
  const auto catalog = load();
  std::set<std::string> names;
  for (const auto& type : catalog->types_over(find(*catalog, "public", "person")->id))
    names.insert(type.str());
  // archive.person has an array type _person too, but of its own row type.
  for (const char* name : {"_person", "person_domain", "_person_domain", "party", "person_range"})
    EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_FALSE(names.contains("_pair"));
}

TEST_F(catalog_query, knows_constraints_and_the_indexes_of_keys) {
  const auto catalog = load();
  const Relation& bond = *find(*catalog, "public", "bond");
  ASSERT_EQ(bond.constraints.size(), 3u);
  const Relation* index = find(*catalog, "public", "bond_key");
  ASSERT_NE(index, nullptr);
  EXPECT_EQ(index->kind, RelationKind::index);
  EXPECT_TRUE(index->columns.empty());
  for (const auto& [name, of_index, is_check] :
       {std::tuple("bond_key", index->id, false), std::tuple("bond_check", parser::RelationId{}, true),
        std::tuple("bond_bond", parser::RelationId{}, false)}) {
    const parser::Constraint* constraint = bond.find_constraint(Identifier::from_catalog(name));
    ASSERT_NE(constraint, nullptr) << name;
    EXPECT_EQ(constraint->index, of_index) << name;
    EXPECT_EQ(constraint->is_check, is_check) << name;
    EXPECT_EQ(catalog->find_constraint(constraint->id), constraint);
    EXPECT_EQ(catalog->constraints_named(bond.schema, constraint->name),
              std::vector<parser::ConstraintId>{constraint->id});
  }
}

TEST_F(catalog_query, knows_types_and_their_arrays) {
  const auto catalog = load();
  const auto find_type = [&](const char* of_schema, const char* name) {
    return catalog->find_type(Identifier::from_catalog(of_schema), Identifier::from_catalog(name));
  };
  for (const char* name : {"mood", "_mood"}) {
    ASSERT_NE(find_type("archive", name), nullptr) << name;
    EXPECT_EQ(catalog->find_type(find_type("archive", name)->id), find_type("archive", name));
  }
  for (const char* name : {"pair", "person_domain", "person_range", "person_multirange"})
    EXPECT_NE(find_type("public", name), nullptr) << name;
  EXPECT_NE(find_type("pg_catalog", "int4"), nullptr);
  EXPECT_EQ(find_type("public", "person"), nullptr);
}

TEST_F(catalog_query, knows_what_columns_hold_and_where_their_values_come_from) {
  const auto catalog = load();
  const Relation& stock = *find(*catalog, "public", "stock");
  ASSERT_EQ(stock.columns.size(), 9u);
  const auto& [id, amount, kind, number, twice, label, owner, keeper, other] =
      std::tie(stock.columns[0], stock.columns[1], stock.columns[2], stock.columns[3], stock.columns[4],
               stock.columns[5], stock.columns[6], stock.columns[7], stock.columns[8]);
  EXPECT_TRUE(id.is_identity && id.not_null && !id.has_default);
  EXPECT_EQ(catalog->find_type(amount.type)->name.str(), "numeric");
  EXPECT_EQ(amount.type_modifier, ((9 << 16) | 2) + 4);
  EXPECT_TRUE(amount.has_default && !amount.not_null);
  EXPECT_EQ(*catalog->default_expression(stock.id, amount.number), "(1 + 1)");
  EXPECT_TRUE(kind.has_default && kind.not_null);
  EXPECT_EQ(*catalog->default_expression(stock.id, kind.number), "'abc'::character varying");
  EXPECT_EQ(*catalog->default_expression(stock.id, number.number), "nextval('public.counter'::regclass)");
  EXPECT_TRUE(twice.is_generated && !twice.has_default);
  EXPECT_EQ(catalog->default_expression(stock.id, twice.number), nullptr);
  EXPECT_TRUE(label.not_null && !label.has_default);
  EXPECT_EQ(label.collation, 950u);
  EXPECT_NE(owner.key_actions, 0u);
  EXPECT_EQ(owner.key_actions, keeper.key_actions);
  EXPECT_EQ(other.key_actions, 0u);
}

TEST_F(catalog_query, knows_what_is_volatile) {
  const auto catalog = load();
  const auto is_volatile = [&](const char* name) {
    return catalog->is_volatile_function(Identifier::from_catalog(name));
  };
  for (const char* name :
       {"noisy", "random", "nextval", "clock_timestamp", "gen_random_uuid", "no_such_function"})
    EXPECT_TRUE(is_volatile(name)) << name;
  for (const char* name : {"calm", "lower", "now", "max"})
    EXPECT_FALSE(is_volatile(name)) << name;
  EXPECT_FALSE(catalog->has_volatile_operators());
}

TEST_F(catalog_query, knows_the_views_over_a_table) {
  const auto catalog = load();
  const auto over = [&](const char* name) {
    std::set<std::string> names;
    for (const parser::RelationId view : catalog->views_over(find(*catalog, "public", name)->id))
      names.insert(catalog->find(view)->name.str());
    return names;
  };
  EXPECT_EQ(over("stock"), std::set<std::string>{"stock_view"});
  EXPECT_EQ(over("holder"), std::set<std::string>{"stock_view"});
  EXPECT_EQ(over("person"), std::set<std::string>{"person_view"});
  EXPECT_TRUE(over("stock_view").empty());
}

TEST_F(catalog_query, leaves_other_sessions_temporary_tables_out) {
  const auto before = load();
  open_connection other("catalog_query");
  ASSERT_EQ(other->run("SET default_transaction_read_only = off", soon()).failure, "");
  ASSERT_EQ(other->run("CREATE TEMPORARY TABLE person_temp (id int)", soon()).failure, "");
  EXPECT_TRUE(before->same_meaning(*load()));
}

struct path_sample {
  const char* function;
  bool may_change;
};

class catalog_path_flag : public catalog_query, public ::testing::WithParamInterface<path_sample> {};

TEST_P(catalog_path_flag, follows_the_bodies_of_functions) {
  postgres_cluster::shared().psql(
      "catalog_query",
      std::string("CREATE OR REPLACE FUNCTION flagged() RETURNS void ") + GetParam().function);
  EXPECT_EQ(load()->functions_may_change_search_path(), GetParam().may_change);
  postgres_cluster::shared().psql("catalog_query", "DROP FUNCTION flagged()");
}

INSTANTIATE_TEST_SUITE_P(
    bodies, catalog_path_flag,
    ::testing::Values(
        path_sample{"LANGUAGE sql AS 'UPDATE person SET last_name = upper(last_name)'", false},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN PERFORM 1; END'", false},
        path_sample{"LANGUAGE sql BEGIN ATOMIC UPDATE person SET id = 1; END", false},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN SET search_path = archive; END'", true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN PERFORM Set_Config($$x.y$$, $$1$$, true); END'", true},
        path_sample{"LANGUAGE sql BEGIN ATOMIC SELECT set_config('search_path', 'archive', false); END",
                    true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN EXECUTE current_query(); END'", true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN CREATE TEMP TABLE person (id int); END'", true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN RESET ALL; END'", true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN SET LOCAL SCHEMA $$archive$$; END'", true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN SET ROLE postgres; END'", true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN SET /* */ LOCAL role TO postgres; END'", true},
        path_sample{"LANGUAGE sql AS 'CREATE UNLOGGED TABLE a (); CREATE\nTemporary TABLE person (id int)'",
                    true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN CREATE SCHEMA later; END'", true},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN PERFORM role, temp, schema FROM member; END'", false},
        path_sample{"LANGUAGE plpgsql AS 'BEGIN UPDATE member SET name = 1, role = 2; END'", false}));

TEST_F(catalog_query, knows_that_common_extensions_leave_the_path_alone) {
  const auto with_extension = [&](const std::string& name) {
    postgres_cluster::shared().psql("catalog_query", "CREATE EXTENSION " + name);
    const bool may_change = load()->functions_may_change_search_path();
    postgres_cluster::shared().psql("catalog_query", "DROP EXTENSION " + name);
    return may_change;
  };
  EXPECT_FALSE(with_extension("pg_trgm"));
  EXPECT_FALSE(with_extension("\"uuid-ossp\""));
  // crosstab() runs any SQL.
  EXPECT_TRUE(with_extension("tablefunc"));
}

class catalog_fingerprint : public catalog_query {
 protected:
  std::string fingerprint() {
    fingerprint_outcome outcome = read_fingerprint(*connection_, soon());
    EXPECT_EQ(outcome.failure, "");
    return outcome.fingerprint;
  }
};

TEST_F(catalog_fingerprint, is_the_one_of_the_catalog_that_was_loaded) {
  EXPECT_EQ(load_catalog(*connection_, soon()).fingerprint, fingerprint());
}

TEST_F(catalog_fingerprint, moves_with_every_kind_of_ddl) {
  std::string last = fingerprint();
  for (const char* ddl : {"CREATE TABLE extra (id int)",
                          "ALTER TABLE extra RENAME COLUMN id TO number",
                          "BEGIN; ALTER TABLE extra RENAME COLUMN number TO x; ALTER TABLE extra RENAME "
                          "COLUMN x TO number; COMMIT",
                          "ALTER TABLE extra ADD COLUMN note text",
                          "ALTER TABLE extra DROP COLUMN note",
                          "ALTER TABLE extra RENAME TO surplus",
                          "ALTER TABLE surplus SET SCHEMA archive",
                          "CREATE TABLE archive.child () INHERITS (archive.surplus)",
                          "DROP TABLE archive.child",
                          "ALTER SCHEMA archive RENAME TO attic",
                          "CREATE FUNCTION extra() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                          "CREATE OR REPLACE FUNCTION extra() RETURNS int LANGUAGE sql AS 'SELECT 2'",
                          "DROP FUNCTION extra()",
                          "CREATE VIEW extra AS SELECT 1 AS one",
                          "CREATE OR REPLACE VIEW extra AS SELECT 1 AS one, 2 AS two",
                          "DROP VIEW extra",
                          "CREATE TYPE extra AS (a int)",
                          "ALTER TYPE extra RENAME ATTRIBUTE a TO b",
                          "ALTER TABLE measure DETACH PARTITION measure_2026",
                          "DROP TABLE attic.surplus",
                          "ALTER SCHEMA attic RENAME TO archive"}) {
    postgres_cluster::shared().psql("catalog_query", ddl);
    const std::string now = fingerprint();
    EXPECT_NE(now, last) << ddl;
    last = now;
  }
}

TEST_F(catalog_fingerprint, stays_with_everything_else) {
  // The first ANALYZE after the last partition has gone writes that down in pg_class.
  postgres_cluster::shared().psql("catalog_query", "ANALYZE");
  const std::string before = fingerprint();
  postgres_cluster::shared().psql("catalog_query",
                                  "INSERT INTO person VALUES (1, 'Lovelace'); ANALYZE; VACUUM person;"
                                  "CREATE TEMPORARY TABLE t (id int); DROP TABLE t;"
                                  "BEGIN; ALTER TABLE person RENAME COLUMN last_name TO surname; ROLLBACK;");
  EXPECT_EQ(fingerprint(), before);
}

}  // namespace
}  // namespace pgsegue::control

#include "rules/statement_facts.hpp"

#include <gtest/gtest.h>

namespace pgsegue::rules {
namespace {

StatementFacts facts_of(std::string_view text) {
  std::vector<parser::Token> tokens;
  EXPECT_EQ(scan(text, {}, tokens), parser::ScanStatus::ok) << text;
  return read_facts(text, tokens, nullptr);
}

/// p: path, t: temporary relations, d: DDL, e: only ends a transaction.
std::string effects_of(std::string_view text) {
  const StatementEffects effects = facts_of(text).effects;
  std::string letters;
  if (effects.may_change_search_path) letters += 'p';
  if (effects.may_create_temporary) letters += 't';
  if (effects.is_ddl) letters += 'd';
  if (effects.only_ends_transaction) letters += 'e';
  return letters;
}

TEST(statement_facts, ordinary_statements_have_no_effects) {
  for (const char* text :
       {"SELECT * FROM person", "INSERT INTO t VALUES (1)", "UPDATE t SET search_path = 1", "DELETE FROM t",
        "BEGIN", "START TRANSACTION", "SET timezone = 'UTC'", "SET CONSTRAINTS ALL DEFERRED",
        "SELECT CASE WHEN a THEN b END FROM t GROUP BY a", "",
        "MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE", "SELECT 'create'",
        "SELECT \"create\" FROM t", "PREPARE p AS SELECT 1", "SAVEPOINT a", "COPY t FROM STDIN", "; ;"}) {
    EXPECT_EQ(effects_of(text), "") << text;
  }
}

TEST(statement_facts, path_changes) {
  for (const char* text :
       {"SET search_path TO a", "SET LOCAL search_path = a", "set session SEARCH_PATH = a",
        "SET \"search_path\" = a", "SET SCHEMA 'a'", "SET ROLE a", "SET SESSION AUTHORIZATION a", "RESET ALL",
        "RESET search_path", "RESET ROLE", "SELECT set_config('search_path', 'a', false)",
        "SET standard_conforming_strings = off", "SET NAMES 'SJIS'", "SET client_encoding TO sjis",
        "SELECT 1; SET search_path = a", "GRANT USAGE ON SCHEMA a TO b", "REVOKE a FROM b"}) {
    EXPECT_EQ(effects_of(text), "p") << text;
  }
}

TEST(statement_facts, definitions) {
  EXPECT_EQ(effects_of("CREATE TABLE t (a int)"), "td");
  EXPECT_EQ(effects_of("create temp table t (a int)"), "td");
  EXPECT_EQ(effects_of("ALTER TABLE t RENAME TO u"), "td");
  EXPECT_EQ(effects_of("SELECT 1 INTO TEMP t"), "td");
  EXPECT_EQ(effects_of("EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1"), "td");
  EXPECT_EQ(effects_of("INSERT INTO t SELECT 1; SELECT 1 INTO u"), "td");
  EXPECT_EQ(effects_of("DROP SCHEMA a"), "ptd");
  EXPECT_EQ(effects_of("DROP OWNED BY a"), "ptd");
  EXPECT_EQ(effects_of("DO $$ $$"), "ptd");
  EXPECT_EQ(effects_of("DISCARD ALL"), "pt");
}

TEST(statement_facts, transaction_ends) {
  for (const char* text : {"COMMIT", "END", "ROLLBACK", "ABORT", "ROLLBACK TO a", "PREPARE TRANSACTION 'a'",
                           "COMMIT AND CHAIN", "BEGIN; UPDATE t SET a = 1; COMMIT"}) {
    EXPECT_EQ(effects_of(text), "pte") << text;
  }
  EXPECT_EQ(effects_of("SET LOCAL search_path = a; COMMIT"), "pt");
  EXPECT_EQ(effects_of("COMMIT; CREATE TABLE t ()"), "ptd");
  EXPECT_EQ(effects_of("COMMIT PREPARED 'a'"), "ptd");
}

TEST(statement_facts, bodies_and_parameters) {
  EXPECT_TRUE(facts_of("DO 'x'").has_body);
  EXPECT_TRUE(facts_of("CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'x'").has_body);
  EXPECT_TRUE(facts_of("CREATE PROCEDURE f() LANGUAGE sql AS 'x'").has_body);
  EXPECT_FALSE(facts_of("SELECT 1 AS function").has_body);
  EXPECT_FALSE(facts_of("INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING").has_body);
  EXPECT_TRUE(facts_of("SET a = 1").sets_parameter);
  EXPECT_TRUE(facts_of("SELECT set_config('a', 'b', true)").sets_parameter);
  EXPECT_FALSE(facts_of("UPDATE t SET a = 1").sets_parameter);
  EXPECT_TRUE(facts_of("SELECT 'a'::regclass").words & word_relation_text);
  EXPECT_TRUE(facts_of("SELECT PG_GET_SERIAL_SEQUENCE('a', 'b')").words & word_column_text);
}

}  // namespace
}  // namespace pgsegue::rules

#include "parser/message_copy.hpp"

#include "parser/parse_tree.hpp"

#include <gtest/gtest.h>
#include <pg_query.h>

#include <string>

namespace pgsegue::parser {
namespace {

std::string packed_by_library(const char* text) {
  PgQueryProtobufParseResult result = pg_query_parse_protobuf(text);
  EXPECT_EQ(result.error, nullptr) << text;
  std::string bytes(result.parse_tree.data, result.parse_tree.len);
  pg_query_free_protobuf_parse_result(result);
  return bytes;
}

std::string packed(const PgQuery__ParseResult& tree) {
  std::string bytes(pg_query__parse_result__get_packed_size(&tree), '\0');
  pg_query__parse_result__pack(&tree, reinterpret_cast<std::uint8_t*>(bytes.data()));
  return bytes;
}

/// Texts with every kind of field: strings set and empty, choices, lists with gaps, lists in lists, numbers.
constexpr const char* texts[] = {
    "",
    "-- nothing",
    "SELECT 1; SELECT ''; SELECT 'é' AS \"ü\", 1.5, true, NULL, B'01', X'1F'",
    "SELECT p.*, (a).b[1:2], ARRAY[[1], [2]] FROM ONLY s.person p (a, b) WHERE x IN (1, 2) AND (a, b) = "
    "(SELECT 1, 2)",
    "WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t) SEARCH DEPTH FIRST BY n SET o "
    "CYCLE n SET c USING path TABLE t",
    "SELECT count(*) FILTER (WHERE a) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t WINDOW w AS "
    "(ORDER BY b)",
    "INSERT INTO t (a, b.c) VALUES (DEFAULT, $1) ON CONFLICT (lower(a)) WHERE b DO UPDATE SET a = excluded.a "
    "RETURNING *",
    "MERGE INTO t USING u ON t.a = u.a WHEN MATCHED AND x THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES "
    "(1)",
    "CREATE TABLE t (a int DEFAULT 1 PRIMARY KEY, b text[] COLLATE \"C\", CHECK (a > 0)) PARTITION BY RANGE "
    "(a)",
    "ALTER TABLE t ALTER a SET STATISTICS -1, ADD FOREIGN KEY (a) REFERENCES u (b) ON DELETE CASCADE",
    "CREATE FUNCTION f(a int, OUT b text) LANGUAGE sql AS 'SELECT 1'; GRANT SELECT (a) ON t TO PUBLIC",
    "COPY t (a) FROM STDIN WITH (FORMAT csv, NULL '', FORCE_NULL (a)) WHERE a > 1",
};

TEST(message_copy, is_what_packing_and_unpacking_gives) {
  for (const char* text : texts) {
    std::vector<Token> tokens;
    ASSERT_EQ(scan(text, {}, tokens), ScanStatus::ok);
    const auto outcome = parse(text, tokens, {}, {});
    const auto* tree = std::get_if<ParseTree>(&outcome);
    ASSERT_NE(tree, nullptr) << text;
    EXPECT_EQ(packed(tree->root()), packed_by_library(text)) << text;

    std::pmr::monotonic_buffer_resource memory;
    const auto* copy = reinterpret_cast<const PgQuery__ParseResult*>(copy_message(tree->root().base, memory));
    EXPECT_EQ(packed(*copy), packed(tree->root())) << text;
  }
}

}  // namespace
}  // namespace pgsegue::parser

#pragma once

#include "rules/rewriter.hpp"
#include "rules/snapshot.hpp"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace pgsegue::bench {

/// A database of a certain size, and a client of its first version. Tables are t0, t1, … with the columns id,
/// a, b, c and, renamed by as many rules as asked for, x: in the second version and on the server it is
/// called y. One more is pgbench_accounts, whose abalance is called balance there, and one of which nothing
/// differs, plain_accounts.
struct World {
  std::shared_ptr<const rules::Snapshot> snapshot;
  parser::SearchPath path;
  std::vector<parser::Identifier> temporary;
  rules::StatementContext context;
};

/// Made once for each size. `rules` ≤ `tables`: t0 is renamed always. Throws if they do not fit each other.
const World& world(std::size_t rules, std::size_t tables);

struct StatementClass {
  const char* name;
  std::string_view text;
};
/// Statements of which each names a renamed column.
inline constexpr StatementClass statement_classes[] = {
    {"of_60_bytes", "SELECT abalance FROM pgbench_accounts WHERE aid = 4242424242"},
    {"point_select", "SELECT x FROM t0 WHERE id = 4242424242"},
    {"join",
     "SELECT p.id, p.x, q.a FROM t0 AS p JOIN t1 AS q ON q.id = p.id WHERE p.x LIKE $1 AND q.a > $2 ORDER BY "
     "p.x"},
    {"star", "SELECT * FROM t0 WHERE x = 'Lovelace'"},
    {"insert", "INSERT INTO t0 (id, a, x) VALUES (1, 2, 'Lovelace') RETURNING x"},
    {"update", "UPDATE t0 SET x = 'Lovelace', a = a + 1 WHERE id = 42 AND x <> 'Turing'"},
    {"cte",
     "WITH w AS (SELECT id, x FROM t0 WHERE a > 3) SELECT w.x, count(*) FROM w JOIN t1 USING (id) GROUP BY "
     "w.x"},
    {"of_200_bytes",
     "SELECT p.id, p.x, p.a, q.b, q.c FROM t0 AS p LEFT JOIN t1 AS q ON q.id = p.a AND q.b BETWEEN 10 AND "
     "20000 "
     "WHERE p.x LIKE 'Love%' AND p.b IN (1, 2, 3, 5, 8, 9) AND q.c IS NOT NULL ORDER BY p.x LIMIT 20"},
};
/// By name; it must be there.
std::string_view statement_of(std::string_view class_name);

}  // namespace pgsegue::bench

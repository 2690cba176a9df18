#include "proxy/control/catalog_sql.hpp"

// Every object and operator is qualified: nothing that a user has created under the same name may ever run
// with the control user's rights.
namespace pgsegue::control {

namespace {

/// Permanent relations that a query can name, of pg_class as c.
const std::string queryable = R"sql(
  c.relpersistence OPERATOR(pg_catalog.<>) 't'::pg_catalog."char"
  AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,v,m,f,c,S}'::pg_catalog."char"[]))sql";

const std::string schemas = R"sql(
SELECT n.oid, n.nspname
FROM pg_catalog.pg_namespace n
WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_(toast|temp)')sql";

/// A user's constraint of a permanent table, of pg_constraint as k.
const std::string constraint_of_table = R"sql(
  k.conrelid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid AND)sql" +
                                        queryable;

/// Users' indexes of permanent relations have no columns that a query can name.
const std::string user_index = R"sql(
  c.relpersistence OPERATOR(pg_catalog.<>) 't'::pg_catalog."char"
  AND c.relkind OPERATOR(pg_catalog.=) ANY ('{i,I}'::pg_catalog."char"[])
  AND c.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
  AND c.relnamespace OPERATOR(pg_catalog.<>) 'pg_toast'::pg_catalog.regnamespace::pg_catalog.oid)sql";

const std::string relations = R"sql(
SELECT c.oid, n.nspname, c.relname, c.relkind
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE)sql" + queryable + R"sql( OR)sql" +
                              user_index +
                              R"sql(
ORDER BY c.oid)sql";

const std::string constraints = R"sql(
SELECT k.conrelid, k.oid, k.conname,
  CASE WHEN k.contype OPERATOR(pg_catalog.=) ANY ('{p,u,x}'::pg_catalog."char"[]) THEN k.conindid END,
  k.contype OPERATOR(pg_catalog.=) 'c'::pg_catalog."char"
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) k.conrelid
WHERE)sql" + constraint_of_table +
                                R"sql(
ORDER BY k.conrelid, k.oid)sql";

/// Those of temporary relations and the row types of others are left out.
const std::string types = R"sql(
SELECT t.oid, n.nspname, t.typname, element.oid
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
LEFT JOIN pg_catalog.pg_type element ON element.typarray OPERATOR(pg_catalog.=) t.oid
LEFT JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.typrelid
WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_(toast|temp)'
AND (c.oid IS NULL OR c.relkind OPERATOR(pg_catalog.=) 'c'::pg_catalog."char"))sql";

/// For each type that is a relation's row type or made of one (domain, array, range): the relation and how
/// many array levels lead to the row. Of a range none does: it counts as one more than there can be.
const std::string row_types = R"sql(
WITH RECURSIVE row_types (type, relation, levels) AS (
  SELECT t.oid, t.typrelid, 0
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.typrelid
  WHERE c.relpersistence OPERATOR(pg_catalog.<>) 't'::pg_catalog."char"
  UNION ALL
  SELECT t.oid, r.relation, r.levels OPERATOR(pg_catalog.+) inside.levels
  FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_range g
  ON t.oid OPERATOR(pg_catalog.=) g.rngtypid OR t.oid OPERATOR(pg_catalog.=) g.rngmultitypid
  CROSS JOIN LATERAL (VALUES (t.typelem, 1), (t.typbasetype, 0), (g.rngsubtype, 1000)) AS inside (type, levels)
  JOIN row_types r ON r.type OPERATOR(pg_catalog.=) inside.type
))sql";

/// Where a row that a foreign key leads to is changed or deleted, ON UPDATE and ON DELETE change these
/// columns: a number for all that does so.
const std::string key_actions = R"sql(, key_actions (relation, number, actions) AS (
  SELECT k.conrelid, k.conkey[i], pg_catalog.bit_xor(pg_catalog.hashtextextended(
    pg_catalog.concat_ws(',', k.confrelid, k.confkey[i], k.confupdtype, k.confdeltype,
                         pg_catalog.cardinality(k.conkey)), 0))
  FROM pg_catalog.pg_constraint k
  CROSS JOIN LATERAL pg_catalog.generate_subscripts(k.conkey, 1) AS i
  WHERE k.contype OPERATOR(pg_catalog.=) 'f'::pg_catalog."char"
  AND NOT (k.confupdtype OPERATOR(pg_catalog.=) ANY ('{a,r}'::pg_catalog."char"[])
           AND k.confdeltype OPERATOR(pg_catalog.=) ANY ('{a,r,c}'::pg_catalog."char"[]))
  GROUP BY k.conrelid, k.conkey[i]
))sql";

const std::string columns = row_types + key_actions + R"sql(
SELECT a.attrelid, a.attnum, a.attname, r.relation, r.levels,
  a.attgenerated OPERATOR(pg_catalog.<>) ''::pg_catalog."char",
  a.atttypid, a.atttypmod, a.attcollation, a.attnotnull OR COALESCE(t.typnotnull, false),
  a.attidentity OPERATOR(pg_catalog.<>) ''::pg_catalog."char",
  CASE WHEN a.attgenerated OPERATOR(pg_catalog.=) ''::pg_catalog."char"
  THEN COALESCE(pg_catalog.pg_get_expr(d.adbin, d.adrelid), pg_catalog.pg_get_expr(t.typdefaultbin, 0)) END,
  keys.actions
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
LEFT JOIN pg_catalog.pg_attrdef d
ON d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum
LEFT JOIN pg_catalog.pg_type t
ON t.oid OPERATOR(pg_catalog.=) a.atttypid AND t.typtype OPERATOR(pg_catalog.=) 'd'::pg_catalog."char"
LEFT JOIN key_actions keys
ON keys.relation OPERATOR(pg_catalog.=) a.attrelid AND keys.number OPERATOR(pg_catalog.=) a.attnum
LEFT JOIN row_types r ON r.type OPERATOR(pg_catalog.=) a.atttypid
WHERE a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped AND)sql" +
                            queryable + R"sql(
ORDER BY a.attrelid, a.attnum)sql";

const std::string types_over_rows = row_types + R"sql(
SELECT t.typname, r.relation
FROM row_types r
JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) r.type
WHERE t.typrelid OPERATOR(pg_catalog.=) '0'::pg_catalog.oid)sql";

/// What the rules of a view name.
const std::string view_sources = R"sql(
SELECT DISTINCT c.oid, d.refobjid
FROM pg_catalog.pg_rewrite w
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) w.ev_class
JOIN pg_catalog.pg_depend d ON d.objid OPERATOR(pg_catalog.=) w.oid
WHERE c.relkind OPERATOR(pg_catalog.=) 'v'::pg_catalog."char"
AND c.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::pg_catalog.regclass
AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
AND d.refobjid OPERATOR(pg_catalog.<>) c.oid
ORDER BY c.oid)sql";

/// The functions behind operators and casts of others than the server itself, and what reads texts into their
/// base types.
const std::string volatile_operators = R"sql(
SELECT EXISTS (
  SELECT FROM (
    SELECT o.oid, o.oprcode FROM pg_catalog.pg_operator o
    UNION ALL
    SELECT k.oid, k.castfunc FROM pg_catalog.pg_cast k
    UNION ALL
    SELECT t.oid, t.typinput FROM pg_catalog.pg_type t
    WHERE t.typtype OPERATOR(pg_catalog.=) 'b'::pg_catalog."char"
  ) AS used (oid, function)
  JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) used.function
  WHERE used.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
  AND p.provolatile OPERATOR(pg_catalog.=) 'v'::pg_catalog."char"
))sql";

const std::string inheritance = R"sql(
SELECT i.inhrelid, i.inhparent
FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.inhrelid
WHERE)sql" + queryable + R"sql(
ORDER BY i.inhrelid, i.inhseqno)sql";

/// A function returns rows of a relation by its result or an output parameter. Where it is the only one of
/// its name and the row is all it returns, a call is known to be that row. A parameter that any row fits is
/// of type "any", record or record[], or of a polymorphic type (pg_type.dat).
const std::string functions = row_types + R"sql(
SELECT DISTINCT p.proname, r.relation, p.provolatile OPERATOR(pg_catalog.=) 'v'::pg_catalog."char",
  r.relation IS NOT NULL AND r.levels OPERATOR(pg_catalog.=) 0 AND p.proargmodes IS NULL AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_proc other
    WHERE other.proname OPERATOR(pg_catalog.=) p.proname AND other.oid OPERATOR(pg_catalog.<>) p.oid),
  p.pronamespace OPERATOR(pg_catalog.=) 'pg_catalog'::pg_catalog.regnamespace::pg_catalog.oid,
  p.proargtypes::pg_catalog.oid[] OPERATOR(pg_catalog.&&) '{2276,2249,2287,2283,2776,2277,5077,5079,5078}'::pg_catalog.oid[]
FROM pg_catalog.pg_proc p
CROSS JOIN LATERAL (
  SELECT p.prorettype
  UNION ALL
  SELECT o.type
  FROM ROWS FROM (pg_catalog.unnest(p.proallargtypes), pg_catalog.unnest(p.proargmodes)) AS o (type, mode)
  WHERE o.mode OPERATOR(pg_catalog.=) ANY ('{o,b,t}'::pg_catalog."char"[])
) AS output (type)
LEFT JOIN row_types r ON r.type OPERATOR(pg_catalog.=) output.type)sql";

/// Extensions whose functions in C run no SQL of the session's: most databases have one of them.
const std::string quiet_extensions =
    "'{amcheck,bloom,btree_gin,btree_gist,citext,cube,dict_int,dict_xsyn,earthdistance,file_fdw,"
    "fuzzystrmatch,"
    "hstore,intarray,isn,ltree,moddatetime,pageinspect,pg_buffercache,pg_freespacemap,pg_prewarm,"
    "pg_stat_statements,pg_trgm,pg_visibility,pgcrypto,pgrowlocks,pgstattuple,postgres_fdw,seg,sslinfo,"
    "tsm_system_rows,tsm_system_time,unaccent,uuid-ossp,vector}'::pg_catalog.name[]";

/// Bodies in SQL and PL/pgSQL are searched for what changes the path, the role, temporary tables, or runs SQL
/// made at run time, where it is not just a column's name; other languages are opaque, but for what
/// well-known extensions bring. `internal` gives other names to functions of the server.
const std::string path_flag = R"sql(
SELECT EXISTS (
  SELECT FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_language l ON l.oid OPERATOR(pg_catalog.=) p.prolang
  JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
  WHERE n.nspname OPERATOR(pg_catalog.<>) ALL ('{pg_catalog,information_schema}'::pg_catalog.name[])
  AND CASE
    WHEN l.lanname OPERATOR(pg_catalog.=) ANY ('{sql,plpgsql}'::pg_catalog.name[])
    THEN COALESCE(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc) OPERATOR(pg_catalog.~*)
      'search_path|set_config|_to_xml|\m(pg_temp|execute|reset|discard|authorization)\M|'
      '\m(create|into)\M[^;]*\m(temp|temporary)\M|'
      '\m(set|create|alter|drop)\M[^;]*\mschema\M|'
      '\mset\M[^;=]*\mrole\M'
    WHEN l.lanname OPERATOR(pg_catalog.=) 'internal'::pg_catalog.name
    THEN p.prosrc OPERATOR(pg_catalog.~) 'set_config|_to_xml'
    ELSE NOT (l.lanname OPERATOR(pg_catalog.=) 'c'::pg_catalog.name AND EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_extension e ON e.oid OPERATOR(pg_catalog.=) d.refobjid
      WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
      AND d.objid OPERATOR(pg_catalog.=) p.oid AND d.deptype OPERATOR(pg_catalog.=) 'e'::"char"
      AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_extension'::pg_catalog.regclass
      AND e.extname OPERATOR(pg_catalog.=) ANY ()sql" +
                              quiet_extensions + R"sql()))
  END))sql";

/// The locales that C and UTF-8 are part of fold no single byte beyond ASCII.
const std::string folding = R"sql(
SELECT d.datctype::pg_catalog.text OPERATOR(pg_catalog.!~*) '^(c|posix)$|utf-?8'
FROM pg_catalog.pg_database d WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())sql";

/// `hash(row, id)`: a number that moves with any change of any of the rows.
std::string hash(const std::string& row, const std::string& id) {
  return "pg_catalog.bit_xor(pg_catalog.hashtextextended(" + row + ".xmin::pg_catalog.text, " + id + "))";
}

/// What initdb made has lower object ids and does not change.
std::string made_by_user(const std::string& id) {
  return " " + id + " OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid ";
}

std::string fingerprint() {
  const std::string attribute =
      "(a.attrelid::pg_catalog.int8 OPERATOR(pg_catalog.*) 2048) OPERATOR(pg_catalog.+) a.attnum";
  const std::string inherits =
      "i.inhrelid::pg_catalog.int8 OPERATOR(pg_catalog.#) i.inhparent::pg_catalog.int8";
  return "SELECT pg_catalog.concat_ws('.', "
         "COALESCE((SELECT " +
         hash("c", "c.oid::pg_catalog.int8") + " FROM pg_catalog.pg_class c WHERE" + made_by_user("c.oid") +
         "AND (" + queryable + " OR" + user_index +
         ")), 0), "
         "COALESCE((SELECT " +
         hash("a", attribute) +
         " FROM pg_catalog.pg_attribute a"
         " JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) a.attrelid WHERE" +
         made_by_user("a.attrelid") + "AND a.attnum OPERATOR(pg_catalog.>) 0 AND" + queryable +
         "), 0), "
         "COALESCE((SELECT " +
         hash("p", "p.oid::pg_catalog.int8") + " FROM pg_catalog.pg_proc p WHERE" + made_by_user("p.oid") +
         "), 0), "
         "COALESCE((SELECT " +
         hash("t", "t.oid::pg_catalog.int8") + " FROM pg_catalog.pg_type t WHERE" + made_by_user("t.oid") +
         "AND t.typtype OPERATOR(pg_catalog.=) ANY ('{b,d,e,r,m}'::pg_catalog.\"char\"[])"
         " AND t.typcategory OPERATOR(pg_catalog.<>) 'A'::pg_catalog.\"char\"), 0), "
         "COALESCE((SELECT " +
         hash("k", "k.oid::pg_catalog.int8") +
         " FROM pg_catalog.pg_constraint k"
         " JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) k.conrelid WHERE" +
         constraint_of_table +
         "), 0), "
         "COALESCE((SELECT " +
         hash("n", "n.oid::pg_catalog.int8") +
         " FROM pg_catalog.pg_namespace n"
         " WHERE n.nspname OPERATOR(pg_catalog.!~~) 'pg\\_%'), 0), "
         "COALESCE((SELECT " +
         hash("w", "w.oid::pg_catalog.int8") + " FROM pg_catalog.pg_rewrite w WHERE" + made_by_user("w.oid") +
         "), 0), "
         "COALESCE((SELECT " +
         hash("o", "o.oid::pg_catalog.int8") + " FROM pg_catalog.pg_operator o WHERE" +
         made_by_user("o.oid") +
         "), 0), "
         "COALESCE((SELECT " +
         hash("x", "x.oid::pg_catalog.int8") + " FROM pg_catalog.pg_cast x WHERE" + made_by_user("x.oid") +
         "), 0), "
         "COALESCE((SELECT " +
         hash("i", inherits) + " FROM pg_catalog.pg_inherits i), 0))";
}

}  // namespace

const std::string& catalog_fingerprint_sql() {
  static const std::string sql = fingerprint();
  return sql;
}

const std::string& load_catalog_sql() {
  static const std::string sql =
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;" + fingerprint() + ";" + schemas + ";" + relations +
      ";" + columns + ";" + inheritance + ";" + functions + ";" + types_over_rows + ";" + view_sources + ";" +
      constraints + ";" + types + ";" + path_flag + ";" + volatile_operators + ";" + folding + ";COMMIT";
  return sql;
}

}  // namespace pgsegue::control

#pragma once

#include <string>

namespace pgsegue::control {

/// One row with one text that differs from the last one if a transaction has committed DDL since then on
/// anything load_catalog_sql() reads. It may differ without a change of meaning (GRANT, VACUUM FULL).
/// Temporary relations do not count: they belong to one session.
///
/// Every catalog row carries the transaction that wrote it (xmin), so a hash over rows and xmin moves with
/// each change. With 1,000 tables of ten columns it takes the server 5 ms.
const std::string& catalog_fingerprint_sql();

/// Reads what rules::CatalogRows holds, in one round trip and one snapshot. Its results in order: those of
/// catalog_result, and one each for BEGIN and COMMIT around them.
const std::string& load_catalog_sql();

/// Index among the results of load_catalog_sql().
enum catalog_result : unsigned {
  result_begin,
  result_fingerprint,
  result_schemas,    ///< oid, name
  result_relations,  ///< oid, schema, name, relkind; by oid
  result_columns,  ///< relation oid, attnum, name, relation whose row type it has or null, array levels, t if
                   ///< generated, type, type modifier, collation, t if not null, t if an identity, default
                   ///< or null, number of what foreign keys do to it or null; by the first two
  result_inheritance,  ///< child oid, parent oid; by child
  result_functions,    ///< name, oid of the relation whose rows it returns or null, t if volatile, t if each
                     ///< call is just one of these rows, t if it is in pg_catalog, t if a parameter takes any
                     ///< row
  result_row_types,     ///< name of a domain, array or range over a row type, oid of its relation
  result_view_sources,  ///< oid of a view, oid of a relation that its rules name; by view
  result_constraints,  ///< table oid, oid, name, oid of the index that has its name or null, t if a check; by
                       ///< the first two
  result_types,      ///< oid, schema, name, whose array it is or null; row types of tables and views left out
  result_path_flag,  ///< t if a function outside the system schemas may change search_path
  result_volatile_operators,  ///< t if the function of a user's operator or cast is volatile
  result_folding,             ///< t if unquoted names may fold beyond ASCII where a letter is one byte
  result_commit,
  result_count
};

}  // namespace pgsegue::control

#include "proxy/control/catalog_query.hpp"

#include "proxy/control/catalog_sql.hpp"

#include <charconv>
#include <string_view>

namespace pgsegue::control {

namespace {

/// What the queries rely on: bit_xor() and pg_get_function_sqlbody().
constexpr int oldest_server_version_num = 140000;

std::string_view field(const PGresult* result, int row, int column) {
  return {PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column))};
}

/// Numbers come from the server's own output functions; 0 for one that is NULL.
template <class Integer>
Integer number(const PGresult* result, int row, int column) {
  const std::string_view text = field(result, row, column);
  Integer value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<rules::SchemaRow> read_schemas(const PGresult* result) {
  std::vector<rules::SchemaRow> schemas;
  schemas.reserve(static_cast<std::size_t>(PQntuples(result)));
  for (int row = 0; row < PQntuples(result); ++row) {
    schemas.push_back({parser::SchemaId{number<std::uint32_t>(result, row, 0)},
                       parser::Identifier::from_catalog(std::string(field(result, row, 1)))});
  }
  return schemas;
}

std::vector<rules::RelationRow> read_relations(const PGresult* result) {
  std::vector<rules::RelationRow> relations;
  relations.reserve(static_cast<std::size_t>(PQntuples(result)));
  for (int row = 0; row < PQntuples(result); ++row) {
    rules::RelationRow relation;
    relation.oid = number<std::uint32_t>(result, row, 0);
    relation.schema = field(result, row, 1);
    relation.name = field(result, row, 2);
    relation.relkind = *PQgetvalue(result, row, 3);
    relations.push_back(std::move(relation));
  }
  return relations;
}

/// Calls `take(relation, row)` for each row of a result whose first column is a relation's oid. Both are in
/// the order of oids.
template <class Take>
void merge(std::vector<rules::RelationRow>& relations, const PGresult* result, Take take) {
  auto relation = relations.begin();
  for (int row = 0; row < PQntuples(result); ++row) {
    const auto oid = number<std::uint32_t>(result, row, 0);
    while (relation != relations.end() && relation->oid < oid)
      ++relation;
    if (relation == relations.end()) return;
    if (relation->oid == oid) take(*relation, row);
  }
}

void add_columns(std::vector<rules::RelationRow>& relations, const PGresult* result) {
  merge(relations, result, [result](rules::RelationRow& relation, int row) {
    rules::ColumnRow column;
    column.name = field(result, row, 2);
    column.number = number<std::int16_t>(result, row, 1);
    column.row_of = number<std::uint32_t>(result, row, 3);
    column.array_levels = number<std::uint16_t>(result, row, 4);
    column.is_generated = field(result, row, 5) == "t";
    column.type = number<std::uint32_t>(result, row, 6);
    column.type_modifier = number<std::int32_t>(result, row, 7);
    column.collation = number<std::uint32_t>(result, row, 8);
    column.not_null = field(result, row, 9) == "t";
    column.is_identity = field(result, row, 10) == "t";
    column.has_default = PQgetisnull(result, row, 11) == 0;
    column.default_expression = field(result, row, 11);
    column.key_actions = static_cast<std::uint64_t>(number<std::int64_t>(result, row, 12));
    relation.columns.push_back(std::move(column));
  });
}

void add_parents(std::vector<rules::RelationRow>& relations, const PGresult* result) {
  merge(relations, result, [result](rules::RelationRow& relation, int row) {
    relation.parents.push_back(number<std::uint32_t>(result, row, 1));
  });
}

void add_view_sources(std::vector<rules::RelationRow>& relations, const PGresult* result) {
  merge(relations, result, [result](rules::RelationRow& relation, int row) {
    relation.reads_from.push_back(number<std::uint32_t>(result, row, 1));
  });
}

void add_constraints(std::vector<rules::RelationRow>& relations, const PGresult* result) {
  merge(relations, result, [result](rules::RelationRow& relation, int row) {
    relation.constraints.push_back({number<std::uint32_t>(result, row, 1), std::string(field(result, row, 2)),
                                    number<std::uint32_t>(result, row, 3), field(result, row, 4) == "t"});
  });
}

std::vector<rules::TypeRow> read_types(const PGresult* result) {
  std::vector<rules::TypeRow> types;
  types.reserve(static_cast<std::size_t>(PQntuples(result)));
  for (int row = 0; row < PQntuples(result); ++row) {
    types.push_back({number<std::uint32_t>(result, row, 0), std::string(field(result, row, 1)),
                     std::string(field(result, row, 2)), number<std::uint32_t>(result, row, 3)});
  }
  return types;
}

std::vector<rules::FunctionRow> read_functions(const PGresult* result) {
  std::vector<rules::FunctionRow> functions;
  functions.reserve(static_cast<std::size_t>(PQntuples(result)));
  for (int row = 0; row < PQntuples(result); ++row) {
    functions.push_back({std::string(field(result, row, 0)), number<std::uint32_t>(result, row, 1),
                         field(result, row, 3) == "t", field(result, row, 4) == "t",
                         field(result, row, 5) == "t", field(result, row, 2) == "t"});
  }
  return functions;
}

std::vector<rules::RowTypeRow> read_row_types(const PGresult* result) {
  std::vector<rules::RowTypeRow> types;
  types.reserve(static_cast<std::size_t>(PQntuples(result)));
  for (int row = 0; row < PQntuples(result); ++row)
    types.push_back({std::string(field(result, row, 0)), number<std::uint32_t>(result, row, 1)});
  return types;
}

rules::CatalogRows read_rows(const std::vector<result_ptr>& results, const pg_connection& connection) {
  rules::CatalogRows rows;
  rows.schemas = read_schemas(results[result_schemas].get());
  rows.relations = read_relations(results[result_relations].get());
  add_columns(rows.relations, results[result_columns].get());
  add_parents(rows.relations, results[result_inheritance].get());
  rows.functions = read_functions(results[result_functions].get());
  rows.row_types = read_row_types(results[result_row_types].get());
  add_view_sources(rows.relations, results[result_view_sources].get());
  add_constraints(rows.relations, results[result_constraints].get());
  rows.types = read_types(results[result_types].get());
  rows.server_version_num = connection.server_version_num();
  rows.encoding = connection.server_encoding();
  rows.functions_may_change_search_path = field(results[result_path_flag].get(), 0, 0) == "t";
  rows.has_volatile_operators = field(results[result_volatile_operators].get(), 0, 0) == "t";
  rows.folds_beyond_ascii = field(results[result_folding].get(), 0, 0) == "t";
  return rows;
}

bool is_one_row(const PGresult* result) {
  return PQntuples(result) == 1 && PQnfields(result) == 1;
}

bool is_complete(const std::vector<result_ptr>& results) {
  return results.size() == result_count && is_one_row(results[result_fingerprint].get()) &&
         PQnfields(results[result_schemas].get()) == 2 && PQnfields(results[result_relations].get()) == 4 &&
         PQnfields(results[result_columns].get()) == 13 &&
         PQnfields(results[result_inheritance].get()) == 2 &&
         PQnfields(results[result_functions].get()) == 6 && PQnfields(results[result_row_types].get()) == 2 &&
         PQnfields(results[result_constraints].get()) == 5 && PQnfields(results[result_types].get()) == 4 &&
         PQnfields(results[result_view_sources].get()) == 2 && is_one_row(results[result_path_flag].get()) &&
         is_one_row(results[result_volatile_operators].get()) && is_one_row(results[result_folding].get());
}

}  // namespace

loaded_catalog load_catalog(pg_connection& connection, pg_connection::clock::time_point deadline) {
  const int version = connection.server_version_num();
  if (version != 0 && version < oldest_server_version_num) {
    return {nullptr, {}, "the server is older than PostgreSQL 14"};
  }
  query_outcome outcome = connection.run(load_catalog_sql().c_str(), deadline);
  if (outcome.failure.empty() && !is_complete(outcome.results)) {
    outcome.failure = "the server's answer has not the shape that was asked for";
  }
  if (!outcome.failure.empty()) {
    connection.disconnect();  // a transaction may be open
    return {nullptr, {}, "cannot read the catalog: " + outcome.failure};
  }
  return {std::make_shared<const rules::PhysicalCatalog>(read_rows(outcome.results, connection)),
          std::string(field(outcome.results[result_fingerprint].get(), 0, 0)),
          {}};
}

fingerprint_outcome read_fingerprint(pg_connection& connection, pg_connection::clock::time_point deadline) {
  query_outcome outcome = connection.run(catalog_fingerprint_sql().c_str(), deadline);
  if (!outcome.failure.empty()) return {{}, std::move(outcome.failure)};
  if (outcome.results.size() != 1 || !is_one_row(outcome.results[0].get())) {
    return {{}, "the server's answer has not the shape that was asked for"};
  }
  return {std::string(field(outcome.results[0].get(), 0, 0)), {}};
}

}  // namespace pgsegue::control

#include "proxy/cli/patience.hpp"
#include "proxy/cli/workload.hpp"
#include "proxy/control/pg_connection.hpp"
#include "proxy/control/stop_event.hpp"

#include <charconv>
#include <chrono>
#include <stdexcept>

namespace pgsegue::cli {
namespace {

constexpr int source_columns = 2;

constexpr const char* find_extension_sql = R"(
SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname = 'pg_stat_statements')";

/// What the role may not read has this text.
constexpr std::string_view hidden_text = "<insufficient privilege>";

std::string statements_sql(std::string_view schema) {
  return "SELECT query, sum(calls)::int8 FROM " + std::string(schema) +
         ".pg_stat_statements WHERE toplevel AND query IS NOT NULL AND dbid = "
         "(SELECT oid FROM pg_database WHERE datname = current_database()) "
         "GROUP BY query ORDER BY 2 DESC, 1";
}

control::result_ptr run(control::pg_connection& connection, const std::string& sql) {
  control::query_outcome outcome =
      connection.run(sql.c_str(), control::pg_connection::clock::now() + patience);
  if (!outcome.failure.empty()) throw std::runtime_error(outcome.failure);
  return std::move(outcome.results.at(0));
}

std::string extension_schema(control::pg_connection& connection) {
  const control::result_ptr found = run(connection, find_extension_sql);
  if (PQntuples(found.get()) == 0) {
    throw std::runtime_error(
        "the extension pg_stat_statements is not installed in this database\n  hint: CREATE EXTENSION "
        "pg_stat_statements, and shared_preload_libraries must name it");
  }
  return PQgetvalue(found.get(), 0, 0);
}

workload_statement read_row(const PGresult* rows, int row) {
  workload_statement statement{PQgetvalue(rows, row, 0), 0, 0};
  const std::string_view calls = PQgetvalue(rows, row, 1);
  std::from_chars(calls.data(), calls.data() + calls.size(), statement.calls);
  return statement;
}

}  // namespace

workload read_stat_statements(const control::control_login& login) {
  const control::stop_event never;
  control::pg_connection connection(login, never);
  const std::string failure = connection.connect();
  if (!failure.empty()) throw std::runtime_error(failure);
  const control::result_ptr rows = run(connection, statements_sql(extension_schema(connection)));
  if (PQnfields(rows.get()) != source_columns) throw std::runtime_error("pg_stat_statements cannot be read");
  workload read{"pg_stat_statements", {}};
  for (int row = 0; row < PQntuples(rows.get()); ++row) {
    read.statements.push_back(read_row(rows.get(), row));
    if (read.statements.back().text == hidden_text) {
      throw std::runtime_error(
          "the role may not read the statements of others in pg_stat_statements\n  hint: GRANT "
          "pg_read_all_stats to it");
    }
  }
  return read;
}

}  // namespace pgsegue::cli

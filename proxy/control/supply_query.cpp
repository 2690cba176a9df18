#include "proxy/control/supply_query.hpp"

#include <string>
#include <string_view>

namespace pgsegue::control {

namespace {

/// Preparing analyzes the statement and runs nothing.
std::string question(const rules::SuppliedColumn& column) {
  return "PREPARE pgsegue_supply AS INSERT INTO " + column.table.schema.to_sql() + '.' +
         column.table.name.to_sql() + " (" + column.column.to_sql() + ") VALUES ((" +
         column.expression.value + ")); DEALLOCATE pgsegue_supply";
}

/// Of a failed query; empty: there is none.
std::string diagnostic_field(const query_outcome& outcome, int field) {
  for (const result_ptr& result : outcome.results) {
    const char* const value = PQresultErrorField(result.get(), field);
    if (value != nullptr) return value;
  }
  return {};
}

/// Of the expression's meaning (class 42) or of a constant in it (class 22).
bool is_about_expression(std::string_view sqlstate) {
  constexpr std::string_view insufficient_privilege = "42501";
  return (sqlstate.starts_with("42") || sqlstate.starts_with("22")) && sqlstate != insufficient_privilege;
}

}  // namespace

std::vector<rules::Diagnostic> check_supplied(pg_connection& connection, const rules::RuleSet& rules,
                                              const std::vector<rules::SuppliedColumn>& supplied,
                                              pg_connection::clock::time_point deadline) {
  std::vector<rules::Diagnostic> findings;
  for (const rules::SuppliedColumn& column : supplied) {
    const query_outcome outcome = connection.run(question(column).c_str(), deadline);
    if (!is_about_expression(diagnostic_field(outcome, PG_DIAG_SQLSTATE))) continue;
    findings.push_back(rules.diagnose(
        column.expression.at,
        "column " + column.column.to_sql() + " of table " + column.table.to_sql() +
            " cannot be given this value: " + diagnostic_field(outcome, PG_DIAG_MESSAGE_PRIMARY),
        "\"supply\" is in the server's names; write functions outside of pg_catalog with their schema"));
  }
  return findings;
}

}  // namespace pgsegue::control

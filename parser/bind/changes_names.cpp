#include "parser/bind/tree.hpp"
#include "parser/binder.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser {

namespace {

using namespace std::string_view_literals;

constexpr std::array harmless = {
    PG_QUERY__NODE__NODE_SELECT_STMT,        PG_QUERY__NODE__NODE_INSERT_STMT,
    PG_QUERY__NODE__NODE_UPDATE_STMT,        PG_QUERY__NODE__NODE_DELETE_STMT,
    PG_QUERY__NODE__NODE_MERGE_STMT,         PG_QUERY__NODE__NODE_EXPLAIN_STMT,
    PG_QUERY__NODE__NODE_PREPARE_STMT,       PG_QUERY__NODE__NODE_EXECUTE_STMT,
    PG_QUERY__NODE__NODE_DEALLOCATE_STMT,    PG_QUERY__NODE__NODE_DECLARE_CURSOR_STMT,
    PG_QUERY__NODE__NODE_FETCH_STMT,         PG_QUERY__NODE__NODE_CLOSE_PORTAL_STMT,
    PG_QUERY__NODE__NODE_COPY_STMT,          PG_QUERY__NODE__NODE_TRUNCATE_STMT,
    PG_QUERY__NODE__NODE_LOCK_STMT,          PG_QUERY__NODE__NODE_VACUUM_STMT,
    PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT, PG_QUERY__NODE__NODE_LISTEN_STMT,
    PG_QUERY__NODE__NODE_UNLISTEN_STMT,      PG_QUERY__NODE__NODE_NOTIFY_STMT,
    PG_QUERY__NODE__NODE_CHECK_POINT_STMT};

bool sets_names(const PgQuery__VariableSetStmt& set) {
  if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET_ALL) return true;
  const std::string_view name = set.name;
  return name == "search_path"sv || name == "role"sv || name == "session_authorization"sv;
}

bool only_begins(const PgQuery__TransactionStmt& transaction) {
  switch (transaction.kind) {
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_BEGIN:
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_START:
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_SAVEPOINT:
    case PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_RELEASE:
      return true;
    default:
      return false;
  }
}

bool is_side_effect(const ProtobufCMessage& message) {
  if (message.descriptor == &pg_query__into_clause__descriptor) return true;
  if (message.descriptor != &pg_query__func_call__descriptor) return false;
  const auto& call = reinterpret_cast<const PgQuery__FuncCall&>(message);
  return call.n_funcname > 0 && bind::string_of(call.funcname[call.n_funcname - 1]) == "set_config"sv;
}

/// SELECT INTO makes a table, set_config can set the search path.
bool has_side_effect(const ProtobufCMessage& message) {
  bool found = is_side_effect(message);
  bind::for_each_child(message,
                       [&found](const ProtobufCMessage& child) { found = found || has_side_effect(child); });
  return found;
}

}  // namespace

bool changes_names(const PgQuery__RawStmt& statement) {
  if (statement.stmt == nullptr) return false;
  const PgQuery__Node& node = *statement.stmt;
  if (node.node_case == PG_QUERY__NODE__NODE_VARIABLE_SET_STMT) return sets_names(*node.variable_set_stmt);
  if (node.node_case == PG_QUERY__NODE__NODE_TRANSACTION_STMT) return !only_begins(*node.transaction_stmt);
  const bool is_harmless = std::find(harmless.begin(), harmless.end(), node.node_case) != harmless.end();
  return !is_harmless || has_side_effect(node.base);
}

}  // namespace pgsegue::parser

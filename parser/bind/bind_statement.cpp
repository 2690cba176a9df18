#include "parser/bind/construct_name.hpp"
#include "parser/bind/nodes.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser {

namespace bind {

namespace {

/// Statements in which no name can be a relation's or a column's.
constexpr std::array nameless = {PG_QUERY__NODE__NODE_TRANSACTION_STMT,  PG_QUERY__NODE__NODE_DEALLOCATE_STMT,
                                 PG_QUERY__NODE__NODE_CLOSE_PORTAL_STMT, PG_QUERY__NODE__NODE_FETCH_STMT,
                                 PG_QUERY__NODE__NODE_LISTEN_STMT,       PG_QUERY__NODE__NODE_UNLISTEN_STMT,
                                 PG_QUERY__NODE__NODE_NOTIFY_STMT,       PG_QUERY__NODE__NODE_DISCARD_STMT,
                                 PG_QUERY__NODE__NODE_CHECK_POINT_STMT,  PG_QUERY__NODE__NODE_LOAD_STMT};

/// What it runs was rewritten when it was prepared, but for the names in its arguments.
void bind_execute(Context& context, const PgQuery__ExecuteStmt& execute) {
  Scope scope;
  const NodeList arguments = list_of(execute.params, execute.n_params);
  bind_expressions(context, Place{scope, Role::values}, arguments);
  if (context.input.prepared == nullptr || execute.name == nullptr) return;
  const auto uses = context.input.prepared->find(identifier_of(execute.name));
  if (!uses) return;
  for (std::uint32_t number = 1; number <= arguments.size(); ++number)
    bind_executed_argument(context, arguments, number, *uses);
}

void bind_prepare(Context& context, const PgQuery__PrepareStmt& prepare) {
  const NodeList types = list_of(prepare.argtypes, prepare.n_argtypes);
  for (const Node* type : types) {
    RowType row;
    if (type->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) row = bind_type_name(context, type->type_name);
    context.parameter_rows.push_back({row, {}});
  }
  bind_query(context, nullptr, prepare.query);
  type_parameters(context, types);
}

}  // namespace

QueryColumns bind_query(Context& context, Scope* parent, const Node* node) {
  if (node == nullptr) return {{}, false};
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_SELECT_STMT:
      return bind_select(context, parent, *node->select_stmt);
    case PG_QUERY__NODE__NODE_INSERT_STMT:
      return bind_insert(context, parent, *node->insert_stmt);
    case PG_QUERY__NODE__NODE_UPDATE_STMT:
      return bind_update(context, parent, *node->update_stmt);
    case PG_QUERY__NODE__NODE_DELETE_STMT:
      return bind_delete(context, parent, *node->delete_stmt);
    case PG_QUERY__NODE__NODE_MERGE_STMT:
      return bind_merge(context, parent, *node->merge_stmt);
    case PG_QUERY__NODE__NODE_EXECUTE_STMT:
      bind_execute(context, *node->execute_stmt);
      return {{}, false};
    default:
      context.add_doubt(DoubtKind::construct, construct_name(*node));
      return {{}, false};
  }
}

void bind_statement_node(Context& context, const Node* node) {
  if (node == nullptr) return;
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_EXPLAIN_STMT:
      bind_statement_node(context, node->explain_stmt->query);
      break;
    case PG_QUERY__NODE__NODE_PREPARE_STMT:
      bind_prepare(context, *node->prepare_stmt);
      break;
    case PG_QUERY__NODE__NODE_DECLARE_CURSOR_STMT:
      bind_query(context, nullptr, node->declare_cursor_stmt->query);
      break;
    case PG_QUERY__NODE__NODE_COPY_STMT:
      bind_copy(context, *node->copy_stmt);
      break;
    case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
      bind_truncate(context, *node->truncate_stmt);
      break;
    case PG_QUERY__NODE__NODE_LOCK_STMT:
      bind_lock(context, *node->lock_stmt);
      break;
    case PG_QUERY__NODE__NODE_VACUUM_STMT:
      bind_vacuum(context, *node->vacuum_stmt);
      break;
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
      bind_variable_set(context, *node->variable_set_stmt);
      break;
    case PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT:
      bind_variable_show(context, *node->variable_show_stmt);
      break;
    default:
      if (!bind_definition_statement(context, *node) &&
          std::find(nameless.begin(), nameless.end(), node->node_case) == nameless.end())
        bind_query(context, nullptr, node);
  }
}

}  // namespace bind

TokenRange statement_tokens(const PgQuery__RawStmt& statement, std::span<const Token> tokens) {
  const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
  const auto begin = static_cast<std::uint32_t>(statement.stmt_location);
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), begin, before);
  auto last = tokens.end();
  if (statement.stmt_len > 0)
    last =
        std::lower_bound(first, tokens.end(), begin + static_cast<std::uint32_t>(statement.stmt_len), before);
  return {static_cast<TokenIndex>(first - tokens.begin()), static_cast<std::uint32_t>(last - first)};
}

BindResult bind_statement(const PgQuery__RawStmt& statement, const BindInput& input) {
  BindResult result;
  result.statement.tokens = statement_tokens(statement, input.tokens);
  const bind::TokenNames names(input.text, input.tokens);
  bind::Context context{input, result.statement,
                        names, false,
                        {},    {},
                        {},    {},
                        {},    bind::UsingLists(names, result.statement.tokens),
                        {}};
  bind::bind_statement_node(context, statement.stmt);
  bind::finish_parameters(context);
  result.needs_path = context.needs_path;
  return result;
}

}  // namespace pgsegue::parser

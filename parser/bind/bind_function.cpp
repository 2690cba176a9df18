#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

/// The parameters by name: what a name in the body means that is no column there.
ItemIndex add_parameters(Context& context, const PgQuery__CreateFunctionStmt& function) {
  RangeItem item;
  item.kind = ItemKind::function;
  item.alias_use = AliasUse::none;
  item.has_alias = true;
  item.name = identifier_of(function.funcname[function.n_funcname - 1]);
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  std::int32_t position = 0;
  for (const Node* node : list_of(function.parameters, function.n_parameters)) {
    if (node->node_case != PG_QUERY__NODE__NODE_FUNCTION_PARAMETER) continue;
    item.columns.push_back(
        {identifier_of(node->function_parameter->name), {index, ++position}, std::nullopt});
  }
  return context.add_item(std::move(item));
}

void bind_signature(Context& context, const PgQuery__CreateFunctionStmt& function) {
  bind_type_name(context, function.return_type);
  Scope scope;
  for (const Node* node : list_of(function.parameters, function.n_parameters)) {
    if (node->node_case != PG_QUERY__NODE__NODE_FUNCTION_PARAMETER) continue;
    bind_type_name(context, node->function_parameter->arg_type);
    bind_expression(context, Place{scope, Role::definition}, node->function_parameter->defexpr);
  }
}

void bind_body(Context& context, Scope& scope, const Node* body) {
  if (body == nullptr) return;
  if (body->node_case == PG_QUERY__NODE__NODE_LIST) {
    for (const Node* statement : list_of(body->list->items, body->list->n_items))
      bind_body(context, scope, statement);
  } else if (body->node_case == PG_QUERY__NODE__NODE_RETURN_STMT) {
    bind_expression(context, Place{scope, Role::definition}, body->return_stmt->returnval);
  } else {
    bind_query(context, &scope, body);
  }
}

}  // namespace

/// Code in a string constant is not seen here. Source: interpret_AS_clause, PostgreSQL
/// src/backend/commands/functioncmds.c, and sql_fn_post_column_ref, src/backend/executor/functions.c.
void bind_function(Context& context, const PgQuery__CreateFunctionStmt& function) {
  bind_signature(context, function);
  if (function.sql_body == nullptr || function.n_funcname == 0) return;
  Scope scope;
  scope.names = {{add_parameters(context, function), true, true, false, true}};
  bind_body(context, scope, function.sql_body);
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

/// The parameters by name: what a name in the body means that is no column there.
ItemIndex add_parameters(Context& context, const PgQuery__CreateFunctionStmt& function,
                         const std::vector<RowType>& rows) {
  RangeItem item;
  item.kind = ItemKind::function;
  item.alias_use = AliasUse::none;
  item.has_alias = true;
  item.name = identifier_of(function.funcname[function.n_funcname - 1]);
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  std::int32_t position = 0;
  for (const Node* node : list_of(function.parameters, function.n_parameters)) {
    if (node->node_case != PG_QUERY__NODE__NODE_FUNCTION_PARAMETER) continue;
    const RowType row = rows[static_cast<std::size_t>(position)];
    item.columns.push_back(
        {identifier_of(node->function_parameter->name), {index, ++position}, std::nullopt, {row, {}}});
  }
  return context.add_item(std::move(item));
}

/// Code that is not seen here may look into the rows that it gets, and make those that it returns.
void note_row(Context& context, const PgQuery__CreateFunctionStmt& function, const RowType& row) {
  if (!row || function.sql_body != nullptr) return;
  context.add_doubt(DoubtKind::row_in_code, "CREATE FUNCTION");
  context.out.doubts.back().row = row;
}

bool is_input(const PgQuery__FunctionParameter& parameter) {
  return parameter.mode != PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_OUT &&
         parameter.mode != PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_TABLE;
}

/// The rows of each parameter, in the order in which they are written, and those of the result.
std::vector<RowType> bind_signature(Context& context, const PgQuery__CreateFunctionStmt& function) {
  std::vector<RowType> rows;
  Scope scope;
  for (const Node* node : list_of(function.parameters, function.n_parameters)) {
    if (node->node_case != PG_QUERY__NODE__NODE_FUNCTION_PARAMETER) continue;
    rows.push_back(bind_type_name(context, node->function_parameter->arg_type));
    note_row(context, function, rows.back());
    if (is_input(*node->function_parameter)) context.parameter_rows.push_back({rows.back(), {}});
    bind_expression(context, Place{scope, Role::definition}, node->function_parameter->defexpr);
  }
  rows.push_back(bind_type_name(context, function.return_type));
  note_row(context, function, rows.back());
  return rows;
}

/// Until the catalog knows the function, nothing is known of the rows that it returns.
void add_function(Context& context, const PgQuery__CreateFunctionStmt& function, std::vector<RowType> rows) {
  if (function.n_funcname == 0) return;
  std::erase_if(rows, [](const RowType& row) { return !row; });
  if (rows.empty()) return;
  CreatedName created;
  created.name = identifier_of(function.funcname[function.n_funcname - 1]);
  created.is_relation = false;
  created.rows = std::move(rows);
  context.out.created.push_back(std::move(created));
}

void bind_body(Context& context, Scope& scope, const Node* body) {
  if (body == nullptr) return;
  if (body->node_case == PG_QUERY__NODE__NODE_LIST) {
    for (const Node* statement : list_of(body->list->items, body->list->n_items))
      bind_body(context, scope, statement);
  } else if (body->node_case == PG_QUERY__NODE__NODE_RETURN_STMT) {
    bind_expression(context, Place{scope, Role::definition, RowUse::harmless}, body->return_stmt->returnval);
  } else {
    bind_query(context, &scope, body);
  }
}

}  // namespace

/// Code in a string constant is not seen here. Source: interpret_AS_clause, PostgreSQL
/// src/backend/commands/functioncmds.c, and sql_fn_post_column_ref, src/backend/executor/functions.c.
void bind_function(Context& context, const PgQuery__CreateFunctionStmt& function) {
  const std::vector<RowType> rows = bind_signature(context, function);
  add_function(context, function, rows);
  if (function.sql_body == nullptr || function.n_funcname == 0) return;
  Scope scope;
  context.parameters = add_parameters(context, function, rows);
  scope.names = {{*context.parameters, true, true, false, true}};
  bind_body(context, scope, function.sql_body);
}

}  // namespace pgsegue::parser::bind

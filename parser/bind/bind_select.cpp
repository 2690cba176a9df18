#include "parser/bind/created_name.hpp"
#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

void bind_windows(Context& context, Scope& scope, NodeList windows) {
  for (const Node* node : windows) {
    if (node->node_case == PG_QUERY__NODE__NODE_WINDOW_DEF)
      bind_window(context, Place{scope, Role::window}, node->window_def);
  }
}

/// The clauses in the order in which PostgreSQL analyses them. Source: transformSelectStmt, analyze.c.
QueryColumns bind_plain_select(Context& context, Scope& scope, const PgQuery__SelectStmt& select) {
  bind_into(context, select.into_clause);
  const std::size_t made = context.out.created.size();
  if (select.into_clause != nullptr) scope.result_use = RowUse::result;
  bind_from_clause(context, scope, list_of(select.from_clause, select.n_from_clause));
  const std::size_t level = context.out.outputs.size();
  QueryColumns columns = bind_target_list(context, Place{scope, Role::target, scope.result_use},
                                          list_of(select.target_list, select.n_target_list));
  if (select.into_clause != nullptr) add_created_rows(context.out.created[made - 1], columns);
  const Outputs outputs = context.out.outputs[level];
  bind_expression(context, Place{scope, Role::where}, select.where_clause);
  bind_expression(context, Place{scope, Role::having}, select.having_clause);
  bind_sort_clause(context, Place{scope, Role::order_by}, list_of(select.sort_clause, select.n_sort_clause),
                   outputs);
  bind_group_clause(context, Place{scope, Role::group_by},
                    list_of(select.group_clause, select.n_group_clause), outputs);
  bind_distinct_clause(context, Place{scope, Role::distinct_on},
                       list_of(select.distinct_clause, select.n_distinct_clause), outputs);
  bind_expression(context, Place{scope, Role::limit}, select.limit_offset);
  bind_expression(context, Place{scope, Role::limit}, select.limit_count);
  bind_windows(context, scope, list_of(select.window_clause, select.n_window_clause));
  bind_locking(context, Place{scope, Role::locked}, list_of(select.locking_clause, select.n_locking_clause));
  return columns;
}

}  // namespace

QueryColumns bind_select(Context& context, Scope* parent, const PgQuery__SelectStmt& select,
                         CommonTable* self) {
  Scope scope;
  scope.parent = parent;
  scope.result_use = context.take_result_use(parent == nullptr);
  bind_with(context, scope, select.with_clause);
  if (select.n_values_lists > 0) return bind_values(context, scope, select);
  if (select.op == PG_QUERY__SET_OPERATION__SETOP_NONE) return bind_plain_select(context, scope, select);
  return bind_set_operation(context, scope, select, self);
}

}  // namespace pgsegue::parser::bind

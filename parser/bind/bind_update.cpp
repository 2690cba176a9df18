#include "parser/bind/nodes.hpp"
#include "parser/bind/write.hpp"

#include <utility>

namespace pgsegue::parser::bind {

void bind_set_list(Context& context, Scope& scope, ItemIndex target, NodeList assignments, bool in_merge) {
  for (const Node* node : assignments) {
    if (node->node_case == PG_QUERY__NODE__NODE_RES_TARGET)
      bind_expression(context, Place{scope, Role::set_value, RowUse::harmless}, node->res_target->val);
  }
  std::vector<WrittenColumn> columns;
  for (const Node* node : assignments) {
    if (node->node_case == PG_QUERY__NODE__NODE_RES_TARGET)
      columns.push_back(bind_assigned_column(context, scope, Role::set_column, target, *node->res_target));
  }
  note_set_list(context, assignments, target, std::move(columns), in_merge);
}

void show_target(Scope& scope, ItemIndex target) {
  // FROM sees the target only to say that it must not be used there.
  scope.names = {{target, true, true, true, false}};
}

QueryColumns bind_update(Context& context, Scope* parent, const PgQuery__UpdateStmt& update) {
  Scope scope;
  scope.parent = parent;
  scope.result_use = context.take_result_use(parent == nullptr);
  bind_with(context, scope, update.with_clause);
  const ItemIndex target = bind_target_relation(context, scope, *update.relation);
  show_target(scope, target);
  bind_from_clause(context, scope, list_of(update.from_clause, update.n_from_clause));
  bind_expression(context, Place{scope, Role::where}, update.where_clause);
  QueryColumns columns = bind_target_list(context, Place{scope, Role::returning, scope.result_use},
                                          list_of(update.returning_list, update.n_returning_list));
  bind_set_list(context, scope, target, list_of(update.target_list, update.n_target_list));
  return columns;
}

}  // namespace pgsegue::parser::bind

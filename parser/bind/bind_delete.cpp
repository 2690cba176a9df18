#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

QueryColumns bind_delete(Context& context, Scope* parent, const PgQuery__DeleteStmt& del) {
  Scope scope;
  scope.parent = parent;
  scope.result_use = context.take_result_use(parent == nullptr);
  bind_with(context, scope, del.with_clause);
  const ItemIndex target = bind_target_relation(context, scope, *del.relation);
  show_target(scope, target);
  bind_from_clause(context, scope, list_of(del.using_clause, del.n_using_clause));
  bind_expression(context, Place{scope, Role::where}, del.where_clause);
  return bind_target_list(context, Place{scope, Role::returning, scope.result_use},
                          list_of(del.returning_list, del.n_returning_list));
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

/// Source: isLeaf in transformSetOperationTree, analyze.c.
bool is_leaf(const PgQuery__SelectStmt& arm) {
  return arm.op == PG_QUERY__SET_OPERATION__SETOP_NONE || arm.n_sort_clause > 0 ||
         arm.limit_offset != nullptr || arm.limit_count != nullptr || arm.n_locking_clause > 0 ||
         arm.with_clause != nullptr;
}

QueryColumns bind_tree(Context& context, Scope& scope, const PgQuery__SelectStmt& select, CommonTable* self);

QueryColumns bind_arm(Context& context, Scope& scope, const PgQuery__SelectStmt& arm) {
  return is_leaf(arm) ? bind_select(context, &scope, arm) : bind_tree(context, scope, arm, nullptr);
}

QueryColumns bind_tree(Context& context, Scope& scope, const PgQuery__SelectStmt& select, CommonTable* self) {
  QueryColumns columns = bind_arm(context, scope, *select.larg);
  if (self != nullptr) set_self_columns(*self, columns);
  bind_arm(context, scope, *select.rarg);
  return columns;
}

}  // namespace

void bind_result_clauses(Context& context, Scope& scope, const PgQuery__SelectStmt& select,
                         const QueryColumns& columns) {
  RangeItem item;
  item.kind = ItemKind::query;
  set_query_columns(item, static_cast<ItemIndex>(context.out.items.size()), columns);
  const ItemIndex index = context.add_item(std::move(item));
  scope.names = {{index, false, true, false, true}};
  Outputs outputs;
  for (const ItemColumn& column : context.out.item(index).columns) {
    OutputColumn output;
    output.name = column.name;
    output.column = column.origin;
    outputs.push_back(std::move(output));
  }
  bind_sort_clause(context, Place{scope, Role::order_by}, list_of(select.sort_clause, select.n_sort_clause),
                   outputs);
  scope.names.clear();
  bind_expression(context, Place{scope, Role::limit}, select.limit_offset);
  bind_expression(context, Place{scope, Role::limit}, select.limit_count);
  bind_locking(context, Place{scope, Role::locked}, list_of(select.locking_clause, select.n_locking_clause));
}

QueryColumns bind_set_operation(Context& context, Scope& scope, const PgQuery__SelectStmt& select,
                                CommonTable* self) {
  if (select.larg == nullptr || select.rarg == nullptr) {
    context.add_doubt(DoubtKind::construct, "a set operation without arms");
    return {{}, false};
  }
  if (select.into_clause != nullptr) context.add_doubt(DoubtKind::construct, "SELECT INTO");
  QueryColumns columns = bind_tree(context, scope, select, self);
  bind_result_clauses(context, scope, select, columns);
  return columns;
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/nodes.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

/// Source: isLeaf in transformSetOperationTree, analyze.c.
bool is_leaf(const PgQuery__SelectStmt& arm) {
  return arm.op == PG_QUERY__SET_OPERATION__SETOP_NONE || arm.n_sort_clause > 0 ||
         arm.limit_offset != nullptr || arm.limit_count != nullptr || arm.n_locking_clause > 0 ||
         arm.with_clause != nullptr;
}

/// Where one arm has no rows (NULL) those of the other count.
void add_rows(Context& context, QueryColumns& columns, const QueryColumns& others) {
  columns.rows.resize(std::max(columns.rows.size(), others.rows.size()));
  for (std::size_t i = 0; i < columns.rows.size(); ++i) {
    const RowValue other = others.row(i);
    if (!columns.rows[i]) columns.rows[i] = other;
    if (other && columns.rows[i].type != other.type)
      context.add_doubt(DoubtKind::construct, "a set operation over rows of different types");
  }
}

QueryColumns bind_tree(Context& context, Scope& scope, const PgQuery__SelectStmt& select, CommonTable* self);

QueryColumns bind_arm(Context& context, Scope& scope, const PgQuery__SelectStmt& arm) {
  context.use_of_next_query = scope.result_use == RowUse::shown ? RowUse::named : scope.result_use;
  return is_leaf(arm) ? bind_select(context, &scope, arm) : bind_tree(context, scope, arm, nullptr);
}

QueryColumns bind_tree(Context& context, Scope& scope, const PgQuery__SelectStmt& select, CommonTable* self) {
  QueryColumns columns = bind_arm(context, scope, *select.larg);
  if (self != nullptr) set_self_columns(*self, columns);
  add_rows(context, columns, bind_arm(context, scope, *select.rarg));
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

#include "parser/bind/nodes.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

/// Returns how many columns the row has, stars expanded.
std::size_t bind_values_row(Context& context, const Place& place, const PgQuery__List& row) {
  std::size_t width = 0;
  for (const Node* value : list_of(row.items, row.n_items)) {
    if (is_star_reference(value)) {
      width += bind_star(context, place, *value->column_ref, false).size();
    } else {
      bind_expression(context, place, value);
      ++width;
    }
  }
  return width;
}

}  // namespace

QueryColumns bind_values(Context& context, Scope& scope, const PgQuery__SelectStmt& select) {
  std::size_t width = 0;
  const RowUse use = scope.result_use == RowUse::result ? RowUse::named : scope.result_use;
  for (const Node* node : list_of(select.values_lists, select.n_values_lists)) {
    if (node->node_case == PG_QUERY__NODE__NODE_LIST)
      width = std::max(width, bind_values_row(context, Place{scope, Role::values, use}, *node->list));
  }
  QueryColumns columns;
  for (std::size_t i = 1; i <= width; ++i)
    columns.names.push_back(Identifier::from_catalog("column" + std::to_string(i)));
  bind_result_clauses(context, scope, select, columns);
  return columns;
}

}  // namespace pgsegue::parser::bind

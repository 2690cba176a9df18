#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

void bind_window(Context& context, const Place& place, const PgQuery__WindowDef* window) {
  if (window == nullptr) return;
  const Place compared{place.scope, Role::window, RowUse::harmless};
  bind_plain_sort(context, compared, list_of(window->order_clause, window->n_order_clause));
  bind_expressions(context, compared, list_of(window->partition_clause, window->n_partition_clause));
  bind_expression(context, compared, window->start_offset);
  bind_expression(context, compared, window->end_offset);
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

void bind_row(Context& context, const Place& place, const PgQuery__RowExpr& row) {
  for (const Node* argument : list_of(row.args, row.n_args)) {
    if (is_star_reference(argument)) {
      bind_star(context, place, *argument->column_ref, false);
    } else {
      bind_expression(context, place, argument);
    }
  }
}

}  // namespace pgsegue::parser::bind

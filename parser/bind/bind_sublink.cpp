#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

void bind_sublink(Context& context, const Place& place, const PgQuery__SubLink& link) {
  const QueryColumns columns = bind_query(context, &place.scope, link.subselect);
  if (!columns.names.empty()) context.first_output_of[&link] = columns.names.front();
  bind_expression(context, Place{place.scope, place.role, true}, link.testexpr);
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

/// Its rows are used as the expression is, unless they are only compared or looked for.
RowUse use_of_rows(const Place& place, const PgQuery__SubLink& link) {
  const bool is_value = link.sub_link_type == PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK ||
                        link.sub_link_type == PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK;
  return is_value ? place.row_use : RowUse::harmless;
}

RowValue row_of_result(const PgQuery__SubLink& link, const QueryColumns& columns) {
  RowValue row = columns.row(0);
  if (link.sub_link_type == PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK) return row;
  if (link.sub_link_type != PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK || !row.type) return {};
  ++row.type.array_levels;
  return row;
}

}  // namespace

void bind_sublink(Context& context, const Place& place, const PgQuery__SubLink& link) {
  context.use_of_next_query = use_of_rows(place, link);
  const QueryColumns columns = bind_query(context, &place.scope, link.subselect);
  if (!columns.names.empty()) context.first_output_of[&link] = columns.names.front();
  if (const RowValue row = row_of_result(link, columns)) context.row_of[&link] = row;
  bind_expression(context, Place{place.scope, place.role, RowUse::harmless}, link.testexpr);
}

}  // namespace pgsegue::parser::bind

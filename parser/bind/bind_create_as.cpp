#include "parser/bind/created_name.hpp"
#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

void bind_create_as(Context& context, const PgQuery__CreateTableAsStmt& create) {
  bind_into(context, create.into);
  context.use_of_next_query = RowUse::named;  // the new table will show them
  bind_query(context, nullptr, create.query);
}

void bind_into(Context& context, const PgQuery__IntoClause* into) {
  if (into != nullptr) add_created_relation(context, into->rel);
}

void bind_view(Context& context, const PgQuery__ViewStmt& view) {
  add_created_relation(context, view.view);
  context.use_of_next_query = RowUse::named;
  bind_query(context, nullptr, view.query);
}

}  // namespace pgsegue::parser::bind

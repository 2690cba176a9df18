#include "parser/bind/created_name.hpp"
#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

/// The query of what was created last. Rows keep their type: as columns they are what they were.
void bind_source(Context& context, const Node* query) {
  const std::size_t made = context.out.created.size();
  context.use_of_next_query = RowUse::result;
  const QueryColumns columns = bind_query(context, nullptr, query);
  if (made > 0) add_created_rows(context.out.created[made - 1], columns);
}

}  // namespace

void add_created_rows(CreatedName& created, const QueryColumns& columns) {
  for (const RowValue& row : columns.rows) {
    if (row.type) created.rows.push_back(row.type);
  }
}

void bind_create_as(Context& context, const PgQuery__CreateTableAsStmt& create) {
  bind_into(context, create.into);
  bind_source(context, create.query);
}

void bind_into(Context& context, const PgQuery__IntoClause* into) {
  if (into != nullptr) add_created_relation(context, into->rel);
}

void bind_view(Context& context, const PgQuery__ViewStmt& view) {
  const std::size_t made = context.out.created.size();
  add_created_relation(context, view.view);
  if (context.out.created.size() > made) context.out.created.back().is_view = true;
  bind_source(context, view.query);
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

/// The tables of CREATE and ALTER PUBLICATION, each with its columns and condition.
void bind_published(Context& context, NodeList objects) {
  for (const Node* node : objects) {
    if (node->node_case != PG_QUERY__NODE__NODE_PUBLICATION_OBJ_SPEC) continue;
    const PgQuery__PublicationTable* published = node->publication_obj_spec->pubtable;
    if (published == nullptr || published->relation == nullptr) continue;
    Scope scope;
    const Subject table = bind_subject(context, scope, *published->relation);
    bind_listed_columns(context, table, list_of(published->columns, published->n_columns),
                        index_of(context.out.item(table.item).columns_at));
    bind_definition(context, table, published->where_clause);
  }
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/definition.hpp"
#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

void bind_relations(Context& context, NodeList relations) {
  Scope scope;
  for (const Node* node : relations) {
    if (node->node_case == PG_QUERY__NODE__NODE_RANGE_VAR)
      bind_defined_relation(context, scope, *node->range_var);
  }
}

void bind_vacuumed(Context& context, Scope& scope, const PgQuery__VacuumRelation& vacuumed) {
  if (vacuumed.relation == nullptr) return;
  const ItemIndex item = bind_defined_relation(context, scope, *vacuumed.relation);
  const std::vector<TokenRange> tokens = context.names.listed(index_of(context.out.item(item).columns_at));
  const NodeList columns = list_of(vacuumed.va_cols, vacuumed.n_va_cols);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::vector<TokenRange> parts;
    if (tokens.size() == columns.size()) parts.push_back(tokens[i]);
    bind_target_column(context, Role::maintained_column, item, identifier_of(columns[i]), std::nullopt,
                       std::move(parts));
  }
}

}  // namespace

void bind_truncate(Context& context, const PgQuery__TruncateStmt& truncate) {
  bind_relations(context, list_of(truncate.relations, truncate.n_relations));
}

void bind_lock(Context& context, const PgQuery__LockStmt& lock) {
  bind_relations(context, list_of(lock.relations, lock.n_relations));
}

void bind_vacuum(Context& context, const PgQuery__VacuumStmt& vacuum) {
  Scope scope;
  for (const Node* node : list_of(vacuum.rels, vacuum.n_rels)) {
    if (node->node_case == PG_QUERY__NODE__NODE_VACUUM_RELATION)
      bind_vacuumed(context, scope, *node->vacuum_relation);
  }
}

}  // namespace pgsegue::parser::bind

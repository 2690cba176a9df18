#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"

namespace pgsegue::parser::bind {

namespace {

const char* strength_name(PgQuery__LockClauseStrength strength) {
  switch (strength) {
    case PG_QUERY__LOCK_CLAUSE_STRENGTH__LCS_FORKEYSHARE:
      return "FOR KEY SHARE";
    case PG_QUERY__LOCK_CLAUSE_STRENGTH__LCS_FORSHARE:
      return "FOR SHARE";
    case PG_QUERY__LOCK_CLAUSE_STRENGTH__LCS_FORNOKEYUPDATE:
      return "FOR NO KEY UPDATE";
    default:
      return "FOR UPDATE";
  }
}

void bind_locked(Context& context, const Place& place, const PgQuery__RangeVar& range, const char* strength) {
  const Identifier name = identifier_of(range.relname);
  for (const ItemIndex index : place.scope.range_table) {
    if (context.out.item(index).name != name) continue;
    Reference reference;
    reference.kind = ReferenceKind::relation;
    reference.role = place.role;
    reference.target = {index, 0};
    if (const auto token = context.names.at(range.location))
      reference.parts = context.names.dotted(*token, 1);
    context.add_reference(std::move(reference));
    return;
  }
  add_problem(context, place.role,
              missing_locked_table(name, strength, static_cast<std::uint32_t>(range.location)));
}

}  // namespace

void bind_locking(Context& context, const Place& place, NodeList clauses) {
  for (const Node* node : clauses) {
    if (node->node_case != PG_QUERY__NODE__NODE_LOCKING_CLAUSE) continue;
    const PgQuery__LockingClause& clause = *node->locking_clause;
    for (const Node* locked : list_of(clause.locked_rels, clause.n_locked_rels)) {
      if (locked->node_case == PG_QUERY__NODE__NODE_RANGE_VAR)
        bind_locked(context, place, *locked->range_var, strength_name(clause.strength));
    }
  }
}

}  // namespace pgsegue::parser::bind

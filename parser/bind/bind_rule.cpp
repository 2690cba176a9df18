#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

/// The condition sees those of OLD and NEW that the event has.
void bind_condition(Context& context, const Subject& table, const PgQuery__RuleStmt& rule) {
  if (rule.event != PG_QUERY__CMD_TYPE__CMD_INSERT) show_row(context, table.scope, table.item, "old");
  if (rule.event != PG_QUERY__CMD_TYPE__CMD_DELETE) show_row(context, table.scope, table.item, "new");
  bind_definition(context, table, rule.where_clause);
}

}  // namespace

/// Source: transformRuleStmt, PostgreSQL src/backend/parser/parse_utilcmd.c.
void bind_rule(Context& context, const PgQuery__RuleStmt& rule) {
  Scope condition, action;
  const Subject table{condition, bind_defined_relation(context, condition, *rule.relation)};
  if (rule.event == PG_QUERY__CMD_TYPE__CMD_SELECT)
    return add_doubt_of(context, DoubtKind::shape, "CREATE RULE … ON SELECT", table.item);
  bind_condition(context, table, rule);
  // An action that uses one too many is refused when it has been analysed. Bare names are not theirs there.
  show_row(context, action, table.item, "old", false);
  show_row(context, action, table.item, "new", false);
  for (const Node* node : list_of(rule.actions, rule.n_actions)) {
    if (node->node_case != PG_QUERY__NODE__NODE_NOTIFY_STMT) bind_query(context, &action, node);
  }
}

}  // namespace pgsegue::parser::bind

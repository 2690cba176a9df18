#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

/// The columns of `UPDATE OF a, b`, which no parentheses enclose.
void bind_updated_columns(Context& context, const Subject& table, NodeList columns) {
  const TokenNames& names = context.names;
  std::size_t i = index_of(context.out.tokens.first);
  while (i < names.size() && !(names.is_keyword(i, "update") && names.is_keyword(i + 1, "of")))
    ++i;
  i += 2;
  for (const Node* column : columns) {
    bind_defined_column(context, table, identifier_of(column),
                        names.is_name(i) ? std::optional(i) : std::nullopt);
    if (names.is_name(i)) i = names.after_name(i) + 1;
  }
}

}  // namespace

/// Source: CreateTriggerFiringOn, PostgreSQL src/backend/commands/trigger.c.
void bind_trigger(Context& context, const PgQuery__CreateTrigStmt& trigger) {
  Scope scope;
  const Subject table{scope, bind_defined_relation(context, scope, *trigger.relation)};
  bind_updated_columns(context, table, list_of(trigger.columns, trigger.n_columns));
  if (trigger.constrrel != nullptr) {
    Scope other;
    bind_defined_relation(context, other, *trigger.constrrel);
  }
  show_row(context, scope, table.item, "old");
  show_row(context, scope, table.item, "new");
  bind_definition(context, table, trigger.when_clause);
  context.out.depends_on_values |= trigger.n_args > 0;
  for (const Node* argument : list_of(trigger.args, trigger.n_args))
    context.add_doubt(DoubtKind::opaque_text, "a trigger's argument", identifier_of(argument));
}

}  // namespace pgsegue::parser::bind

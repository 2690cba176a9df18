#include "parser/bind/definition.hpp"

namespace pgsegue::parser::bind {

namespace {

/// OLD or NEW: the row of the table under that name.
void show_row(Context& context, Scope& scope, ItemIndex table, const char* name) {
  RangeItem item = context.out.item(table);
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  if (item.kind == ItemKind::relation) item.kind = ItemKind::excluded;
  item.name = identifier_of(name);
  item.has_alias = true;
  item.parts.clear();
  for (ItemColumn& column : item.columns) {
    column.origin.item = index;
    if (column.base) column.base->item = index;
  }
  context.add_item(std::move(item));
  show_item(scope, index);
}

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
  for (const Node* argument : list_of(trigger.args, trigger.n_args))
    context.add_doubt(DoubtKind::opaque_text, "a trigger's argument", identifier_of(argument));
}

}  // namespace pgsegue::parser::bind

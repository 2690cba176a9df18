#include "parser/bind/definition.hpp"

#include "parser/bind/problem.hpp"

namespace pgsegue::parser::bind {

namespace {

const char* words_between(Wording wording) {
  switch (wording) {
    case Wording::in_key:
      return " named in key";
    case Wording::in_foreign_key:
      return " referenced in foreign key constraint";
    default:
      return "";
  }
}

}  // namespace

ItemIndex bind_defined_relation(Context& context, Scope& scope, const PgQuery__RangeVar& range) {
  const ItemIndex item = bind_target_relation(context, scope, range);
  context.out.item(item).alias_use = AliasUse::none;
  return item;
}

Subject bind_subject(Context& context, Scope& scope, const PgQuery__RangeVar& range, Wording wording) {
  const ItemIndex item = bind_defined_relation(context, scope, range);
  scope.names = {{item, true, true, false, true}};
  return {scope, item, wording};
}

ItemIndex bind_named_object(Context& context, Scope& scope, NodeList name, std::size_t index) {
  PgQuery__RangeVar range = PG_QUERY__RANGE_VAR__INIT;
  const auto part = [&](std::size_t from_end) {
    const Node* node = name.size() >= from_end ? name[name.size() - from_end] : nullptr;
    return node != nullptr && node->node_case == PG_QUERY__NODE__NODE_STRING ? node->string->sval
                                                                             : range.catalogname;
  };
  range.relname = part(1);
  range.schemaname = part(2);
  range.catalogname = part(3);
  range.location = context.names.location(index);
  return bind_defined_relation(context, scope, range);
}

void show_row(Context& context, Scope& scope, ItemIndex table, const char* name, bool columns) {
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
  show_item(scope, index, true, columns);
}

void allow_missing(Context& context, ItemIndex item) {
  if (context.out.item(item).kind != ItemKind::missing || context.out.references.empty()) return;
  Reference& reference = context.out.references.back();
  reference.kind = ReferenceKind::unknown;
  reference.problem.reset();
}

void bind_definition(Context& context, const Subject& subject, const Node* expression) {
  bind_expression(context, Place{subject.scope, Role::definition}, expression);
}

void bind_defined_column(Context& context, const Subject& subject, const Identifier& name,
                         std::optional<std::size_t> token) {
  std::vector<TokenRange> parts;
  if (token) parts = context.names.dotted(*token, 1);
  bind_target_column(context, Role::defined_column, subject.item, name, std::nullopt, std::move(parts));
  auto& problem = context.out.references.back().problem;
  if (problem && subject.wording != Wording::of_relation)
    problem = missing_defined_column(name, words_between(subject.wording));
}

void bind_listed_columns(Context& context, const Subject& subject, NodeList names, std::size_t open) {
  const std::vector<TokenRange> tokens = context.names.listed(open);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::optional<std::size_t> token;
    if (tokens.size() == names.size()) token = index_of(tokens[i].first);
    bind_defined_column(context, subject, identifier_of(names[i]), token);
  }
}

RowType bind_column_definition(Context& context, const Subject& subject, const PgQuery__ColumnDef& column) {
  const Identifier name = identifier_of(column.colname);
  const RowType row = bind_type_name(context, column.type_name);
  for (const Node* node : list_of(column.constraints, column.n_constraints)) {
    if (node->node_case == PG_QUERY__NODE__NODE_CONSTRAINT)
      bind_constraint(context, subject, *node->constraint, &name);
  }
  return row;
}

void add_doubt_of(Context& context, DoubtKind kind, const char* construct, std::optional<ItemIndex> item) {
  context.add_doubt(kind, construct);
  context.out.doubts.back().item = item;
}

}  // namespace pgsegue::parser::bind

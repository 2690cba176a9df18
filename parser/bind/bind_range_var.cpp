#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

std::optional<Identifier> schema_of(const PgQuery__RangeVar& range) {
  if (*range.schemaname == '\0') return std::nullopt;
  return identifier_of(range.schemaname);
}

bool is_temporary(const Context& context, const std::optional<Identifier>& schema, const Identifier& name) {
  if (schema) return schema->str() == "pg_temp";
  return means_temporary(context.input.catalog, context.input.search_path, context.input.temporary_relations,
                         name);
}

const Relation* find_relation(Context& context, const std::optional<Identifier>& schema,
                              const Identifier& name) {
  if (schema) return context.input.catalog.find(*schema, name);
  if (context.input.search_path != nullptr)
    return find_on_path(context.input.catalog, *context.input.search_path, name);
  context.needs_path = true;
  return nullptr;
}

void set_relation(RangeItem& item, ItemIndex index, const Relation& relation) {
  item.kind = ItemKind::relation;
  item.relation = &relation;
  for (const Column& column : relation.columns) {
    const ColumnId origin{index, static_cast<std::int32_t>(column.number)};
    item.columns.push_back(
        {column.name, origin, BaseColumn{relation.id, column.number, index}, RowValue{column.row, {}}});
  }
}

/// An alias goes behind `t *` and behind `ONLY (t)`.
std::size_t place_for_alias(const TokenNames& names, const std::vector<TokenRange>& parts) {
  const std::size_t first = index_of(parts.front().first);
  std::size_t end = end_of(parts.back());
  const bool only = first >= 2 && names.is(first - 1, "(") && names.is_keyword(first - 2, "only");
  if (names.is(end, "*") || (only && names.is(end, ")"))) ++end;
  return end;
}

void set_tokens(Context& context, RangeItem& item, const PgQuery__RangeVar& range) {
  const auto token = context.names.at(range.location);
  if (!token) return;
  item.parts = context.names.dotted(*token, *range.schemaname == '\0' ? 1 : 2);
  if (item.parts.empty()) return;
  std::size_t index = place_for_alias(context.names, item.parts);
  item.alias_at = token_index(index);
  if (range.alias != nullptr) {
    if (context.names.is_keyword(index, "as")) ++index;
    if (context.names.is_name(index)) index = context.names.after_name(index);
  }
  item.columns_at = token_index(index);
}

ItemIndex bind_reference_to(Context& context, const CommonTable& table, const PgQuery__RangeVar& range) {
  RangeItem item;
  item.kind = ItemKind::query;
  item.name = table.name;
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  if (table.state == CommonTable::State::bound) {
    set_query_columns(item, index, table.columns);
  } else if (table.self_known) {
    set_query_columns(item, index, table.self_columns);
  } else {
    item.columns_known = false;
  }
  apply_alias(item, range.alias);
  return context.add_item(std::move(item));
}

/// Source: parserOpenTable, src/backend/parser/parse_relation.c.
void mention_common_table(const Context& context, const Scope& scope, const Identifier& name) {
  std::optional<Problem>& problem = context.out.references.back().problem;
  if (!problem || !is_future_common_table(scope, name)) return;
  problem->detail = "There is a WITH item named \"" + name.str() +
                    "\", but it cannot be referenced from this part of the query.";
  problem->hint = "Use WITH RECURSIVE, or re-order the WITH items to remove forward references.";
}

}  // namespace

RangeItem make_relation_item(Context& context, const PgQuery__RangeVar& range) {
  const std::optional<Identifier> schema = schema_of(range);
  const Identifier name = identifier_of(range.relname);
  RangeItem item;
  item.name = name;
  if (*range.catalogname != '\0')
    context.add_doubt(DoubtKind::construct, "a table name with a database name");
  if (is_temporary(context, schema, name)) {
    item.kind = ItemKind::temporary;
    item.columns_known = false;
  } else if (const Relation* relation = find_relation(context, schema, name)) {
    set_relation(item, static_cast<ItemIndex>(context.out.items.size()), *relation);
  } else {
    item.columns_known = false;
    if (!context.needs_path)
      add_problem(context, Role::from,
                  missing_relation(schema, name, static_cast<std::uint32_t>(range.location)));
  }
  set_tokens(context, item, range);
  apply_alias(item, range.alias);
  judge_alias(context, item, range.alias);
  return item;
}

ItemIndex bind_range_var(Context& context, Scope& scope, const PgQuery__RangeVar& range, Namespace& names) {
  std::uint32_t depth = 0;
  CommonTable* table = nullptr;
  if (*range.schemaname == '\0') table = find_common_table(scope, identifier_of(range.relname), depth);
  if (table != nullptr && table->state == CommonTable::State::unbound) bind_common_table(context, *table);
  const ItemIndex index = table != nullptr ? bind_reference_to(context, *table, range)
                                           : context.add_item(make_relation_item(context, range));
  if (context.out.item(index).kind == ItemKind::missing && !context.needs_path && *range.schemaname == '\0')
    mention_common_table(context, scope, identifier_of(range.relname));
  scope.range_table.push_back(index);
  names.push_back({index, true, true, false, true});
  return index;
}

ItemIndex bind_target_relation(Context& context, Scope& scope, const PgQuery__RangeVar& range) {
  RangeItem item = make_relation_item(context, range);
  item.alias_use = AliasUse::name_only;
  const ItemIndex index = context.add_item(std::move(item));
  scope.range_table.push_back(index);
  return index;
}

}  // namespace pgsegue::parser::bind

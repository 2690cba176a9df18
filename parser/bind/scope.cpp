#include "parser/bind/scope.hpp"

#include "parser/bind/problem.hpp"
#include "parser/bind/system_column.hpp"

namespace pgsegue::parser::bind {

namespace {

bool is_reachable(const Scope& scope, const NamespaceItem& entry) {
  return !entry.lateral_only || scope.lateral_active;
}

std::optional<Problem> lateral_problem(const Context& context, const NamespaceItem& entry,
                                       std::uint32_t location) {
  if (!entry.lateral_only || entry.lateral_ok) return std::nullopt;
  return invalid_lateral_reference(context.out.item(entry.item), location);
}

ColumnLookup find_in_level(const Context& context, const Scope& scope, const Identifier& name,
                           std::uint32_t location) {
  ColumnLookup result;
  for (const NamespaceItem& entry : scope.names) {
    if (!entry.cols_visible || !is_reachable(scope, entry)) continue;
    ColumnLookup found = find_in_item(context, entry.item, name, location);
    result.saw_unknown |= found.saw_unknown;
    if (found.problem) return found;
    if (!found.match) continue;
    if (result.match) return {std::nullopt, false, ambiguous_column(name, location)};
    if (auto problem = lateral_problem(context, entry, location)) return {std::nullopt, false, problem};
    result.match = found.match;
  }
  return result;
}

bool is_named(const Context& context, const NamespaceItem& entry, const Relation* relation,
              const Identifier& name) {
  const RangeItem& item = context.out.item(entry.item);
  if (relation == nullptr) return item.name == name;
  return item.kind == ItemKind::relation && !item.has_alias && item.relation->id == relation->id;
}

}  // namespace

ColumnLookup find_in_item(const Context& context, ItemIndex index, const Identifier& name,
                          std::uint32_t location) {
  const RangeItem& item = context.out.item(index);
  ColumnLookup result;
  result.saw_unknown = !item.columns_known;
  for (const ItemColumn& column : item.columns) {
    if (column.name != name) continue;
    if (result.match) return {std::nullopt, false, ambiguous_column(name, location)};
    result.match = ColumnMatch{index, 0, column};
  }
  if (result.match || !has_system_columns(item)) return result;
  if (const auto number = system_column(name))
    result.match = ColumnMatch{index, 0, ItemColumn{name, {index, *number}, std::nullopt, {}}};
  return result;
}

ColumnLookup find_column(const Context& context, const Scope& scope, const Identifier& name,
                         std::uint32_t location, bool local_only) {
  bool saw_unknown = false;
  std::uint32_t depth = 0;
  for (const Scope* level = &scope; level != nullptr; level = level->parent, ++depth) {
    ColumnLookup found = find_in_level(context, *level, name, location);
    saw_unknown |= found.saw_unknown;
    if (found.match) found.match->depth = depth;
    if (found.match || found.problem || local_only) {
      found.saw_unknown = saw_unknown;
      return found;
    }
  }
  return {std::nullopt, saw_unknown, std::nullopt};
}

ItemLookup find_item(const Context& context, const Scope& scope, const std::optional<Identifier>& schema,
                     const Identifier& name, std::uint32_t location) {
  ItemLookup result;
  const Relation* relation = schema ? context.input.catalog.find(*schema, name) : nullptr;
  if (schema && relation == nullptr) return result;
  for (const Scope* level = &scope; level != nullptr; level = level->parent, ++result.depth) {
    for (const NamespaceItem& entry : level->names) {
      if (!entry.rel_visible || !is_reachable(*level, entry)) continue;
      if (!is_named(context, entry, relation, name)) continue;
      if (result.item) return {std::nullopt, 0, ambiguous_table(name, location)};
      if (auto problem = lateral_problem(context, entry, location)) return {std::nullopt, 0, problem};
      result.item = entry.item;
    }
    if (result.item) return result;
  }
  return result;
}

CommonTable* find_common_table(Scope& scope, const Identifier& name, std::uint32_t& depth) {
  depth = 0;
  for (Scope* level = &scope; level != nullptr; level = level->parent, ++depth) {
    for (CommonTable& table : level->common_tables) {
      const bool is_visible = level->recursive || table.state == CommonTable::State::bound;
      if (is_visible && table.name == name) return &table;
    }
  }
  return nullptr;
}

bool is_future_common_table(const Scope& scope, const Identifier& name) {
  for (const Scope* level = &scope; level != nullptr; level = level->parent) {
    for (const CommonTable& table : level->common_tables) {
      if (table.name == name && table.state != CommonTable::State::bound) return true;
    }
  }
  return false;
}

void show_item(Scope& scope, ItemIndex item, bool rel_visible, bool cols_visible) {
  scope.range_table.push_back(item);
  scope.names.push_back({item, rel_visible, cols_visible, false, true});
}

void set_lateral(Namespace& names, bool only, bool ok) {
  for (NamespaceItem& entry : names) {
    entry.lateral_only = only;
    entry.lateral_ok = ok;
  }
}

void hide_columns(Namespace& names) {
  for (NamespaceItem& entry : names)
    entry.cols_visible = false;
}

}  // namespace pgsegue::parser::bind

#include "rules/plan/statement_edits.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

using parser::ItemColumn;
using parser::ItemKind;
using parser::RangeItem;

bool StatementEdits::is_substituted(parser::ItemIndex index) const {
  if (!choices.substitute || index == parser::no_item) return false;
  const RangeItem& item = bound.item(index);
  return item.kind == ItemKind::relation && item.alias_use == parser::AliasUse::with_columns &&
         names.same_columns(item.relation->id) && !names.same_column_names(item.relation->id);
}

std::optional<parser::Identifier> StatementEdits::new_name(
    const std::optional<parser::BaseColumn>& base) const {
  if (!base || is_substituted(base->item)) return std::nullopt;
  return names.new_name(*base);
}

bool StatementEdits::has_other_columns(parser::ItemIndex index) const {
  const RangeItem& item = bound.item(index);
  if (item.relation != nullptr) return !names.same_columns_within(item.relation->id);
  return std::any_of(item.columns.begin(), item.columns.end(), [&](const ItemColumn& column) {
    return (column.base && !names.same_columns(column.base->relation)) ||
           !names.same_columns_within(column.row.type);
  });
}

bool StatementEdits::shows_other_names(parser::ItemIndex index) const {
  const RangeItem& item = bound.item(index);
  // A named type keeps its columns' names whatever aliases they have.
  if (item.relation != nullptr) return !names.same_column_names_within(item.relation->id);
  return has_other_columns(index) ||
         std::any_of(item.columns.begin(), item.columns.end(), [&](const ItemColumn& column) {
           return new_name(column.base) || !names.same_column_names_within(column.row.type);
         });
}

bool StatementEdits::has_changed_columns(parser::ItemIndex index) const {
  const RangeItem& item = bound.item(index);
  return has_other_columns(index) ||
         std::any_of(item.columns.begin(), item.columns.end(),
                     [&](const ItemColumn& column) { return column.base && names.new_name(*column.base); });
}

bool StatementEdits::has_other_name(parser::TypeId type) const {
  if (type == parser::TypeId{}) return false;
  const parser::Type* here = names.logical().find_type(type);
  const parser::Type* there = names.physical().find_type(type);
  return here != nullptr && there != nullptr && here->name != there->name;
}

bool StatementEdits::has_changed_checks(parser::ItemIndex index) const {
  const parser::Relation* logical = bound.item(index).relation;
  const parser::Relation* physical = logical != nullptr ? names.physical(*logical) : nullptr;
  if (physical == nullptr) return false;
  return std::any_of(physical->constraints.begin(), physical->constraints.end(),
                     [&](const parser::Constraint& constraint) {
                       return constraint.is_check && is_other_constraint(index, constraint.name);
                     });
}

bool StatementEdits::is_other_constraint(parser::ItemIndex index, const parser::Identifier& name) const {
  const parser::Relation* logical = bound.item(index).relation;
  const parser::Relation* physical = logical != nullptr ? names.physical(*logical) : nullptr;
  if (physical == nullptr) return false;
  const parser::Constraint *here = logical->find_constraint(name), *there = physical->find_constraint(name);
  return here == nullptr || there == nullptr ? here != there : here->id != there->id;
}

bool StatementEdits::is_affected(parser::ItemIndex index) const {
  const RangeItem& item = bound.item(index);
  const bool has_other_name = item.kind == ItemKind::relation && !names.same_name(*item.relation);
  return has_other_name || has_changed_columns(index);
}

bool StatementEdits::is_declared(parser::ItemIndex index) const {
  const RangeItem& item = bound.item(index);
  const parser::Relation* server = item.kind == ItemKind::relation ? names.physical(*item.relation) : nullptr;
  const bool has_other_name =
      item.kind == ItemKind::relation && (server == nullptr || server->name != item.relation->name);
  return has_other_name || has_changed_columns(index);
}

bool StatementEdits::gets_alias(const RangeItem& item) const {
  if (item.kind != ItemKind::relation || item.has_alias || item.alias_use == parser::AliasUse::none)
    return false;
  if (shares_name(item)) return false;
  const parser::Relation* server = names.physical(*item.relation);
  return server == nullptr || server->name != item.relation->name;
}

bool StatementEdits::shares_name(const RangeItem& item) const {
  const auto goes_by_its_name = [](const RangeItem& each) {
    return each.kind == ItemKind::relation && !each.has_alias;
  };
  if (!goes_by_its_name(item)) return false;
  return std::any_of(bound.items.begin(), bound.items.end(), [&](const RangeItem& other) {
    return goes_by_its_name(other) && other.name == item.name && other.relation->id != item.relation->id;
  });
}

std::string StatementEdits::qualifier_of(const RangeItem& item) const {
  const parser::Relation* server = shares_name(item) ? names.physical(*item.relation) : nullptr;
  if (server != nullptr) return server->schema.to_sql() + '.' + server->name.to_sql();
  return item.name.empty() ? std::string() : item.name.to_sql();
}

bool StatementEdits::is_unsettled(const parser::RangeItem& item) const {
  const bool is_row = item.kind == parser::ItemKind::relation || item.kind == parser::ItemKind::excluded ||
                      item.kind == parser::ItemKind::function;
  const auto& unsettled = input.affected.unsettled;
  if (is_row) return item.relation != nullptr && unsettled.contains(item.relation->id);
  return item.kind == parser::ItemKind::join &&
         std::any_of(item.columns.begin(), item.columns.end(), [&](const parser::ItemColumn& column) {
           return column.base && unsettled.contains(column.base->relation);
         });
}

bool allows_subquery(parser::Role role) {
  return role != parser::Role::definition && role != parser::Role::conflict_target &&
         role != parser::Role::conflict_where;
}

}  // namespace pgsegue::rules::plan

#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

/// One side of a join: the item that stands for it and what it makes visible.
struct Side {
  ItemIndex item{};
  Namespace names;
};

struct SideColumn {
  std::optional<ItemColumn> column;
  std::optional<Problem> problem;
};

SideColumn find_side_column(const Context& context, ItemIndex item, const Identifier& name, bool left) {
  SideColumn result;
  for (const ItemColumn& column : context.out.item(item).columns) {
    if (column.name != name) continue;
    if (result.column) return {std::nullopt, repeated_using_column(name, left)};
    result.column = column;
  }
  if (!result.column && context.out.item(item).columns_known)
    result.problem = missing_using_column(name, left);
  return result;
}

void add_side_reference(Context& context, const SideColumn& found, std::vector<TokenRange> parts) {
  if (found.problem) {
    add_problem(context, Role::join_using, *found.problem);
    return;
  }
  Reference reference;
  reference.kind = found.column ? ReferenceKind::column : ReferenceKind::unknown;
  reference.role = Role::join_using;
  if (found.column) {
    reference.target = found.column->origin;
    reference.base = found.column->base;
  }
  reference.parts = std::move(parts);
  context.add_reference(std::move(reference));
}

/// The columns both sides have, in the left side's order. Source: transformFromClauseItem, NATURAL JOIN.
std::vector<Identifier> common_columns(const Context& context, const Side& left, const Side& right) {
  std::vector<Identifier> names;
  const auto& others = context.out.item(right.item).columns;
  for (const ItemColumn& column : context.out.item(left.item).columns) {
    const bool is_common = std::any_of(others.begin(), others.end(),
                                       [&](const ItemColumn& other) { return other.name == column.name; });
    if (is_common) names.push_back(column.name);
  }
  return names;
}

std::vector<Identifier> merged_names(Context& context, const PgQuery__JoinExpr& join, const Side& left,
                                     const Side& right) {
  if (join.is_natural) {
    const bool known =
        context.out.item(left.item).columns_known && context.out.item(right.item).columns_known;
    if (!known) context.add_doubt(DoubtKind::natural_join, "NATURAL JOIN");
    return common_columns(context, left, right);
  }
  std::vector<Identifier> names;
  for (const Node* name : list_of(join.using_clause, join.n_using_clause))
    names.push_back(identifier_of(name));
  return names;
}

std::vector<TokenRange> using_tokens(Context& context, const PgQuery__JoinExpr& join) {
  if (join.n_using_clause == 0) return {};
  auto location = last_location(join.rarg->base);
  if (!location) location = last_location(join.larg->base);
  return context.using_lists.take(context.names, location.value_or(0), join.n_using_clause);
}

bool is_merged(const std::vector<Identifier>& merged, const Identifier& name) {
  return std::find(merged.begin(), merged.end(), name) != merged.end();
}

void add_unmerged(RangeItem& item, const RangeItem& side, const std::vector<Identifier>& merged) {
  for (const ItemColumn& column : side.columns) {
    if (!is_merged(merged, column.name)) item.columns.push_back(column);
  }
}

void add_merged(Context& context, RangeItem& item, ItemIndex index, const Side& left, const Side& right,
                const std::vector<Identifier>& merged, const std::vector<TokenRange>& tokens) {
  for (std::size_t i = 0; i < merged.size(); ++i) {
    std::vector<TokenRange> parts;
    if (i < tokens.size()) parts.push_back(tokens[i]);
    const SideColumn on_left = find_side_column(context, left.item, merged[i], true);
    const SideColumn on_right = find_side_column(context, right.item, merged[i], false);
    add_side_reference(context, on_left, parts);
    add_side_reference(context, on_right, std::move(parts));
    const auto base = on_left.column ? on_left.column->base : std::nullopt;
    const RowValue row = on_left.column ? on_left.column->row : RowValue{};
    item.columns.push_back({merged[i], {index, static_cast<std::int32_t>(i + 1)}, base, row});
  }
}

void bind_condition(Context& context, Scope& scope, const Node* condition, const Namespace& both) {
  Namespace visible = both;
  std::swap(scope.names, visible);
  bind_expression(context, Place{scope, Role::join_on}, condition);
  std::swap(scope.names, visible);
}

void add_using_alias(Context& context, Scope& scope, const PgQuery__JoinExpr& join, ItemIndex joined,
                     std::size_t merged_count, Namespace& names) {
  if (join.join_using_alias == nullptr) return;
  RangeItem item;
  item.kind = ItemKind::join;
  const auto& columns = context.out.item(joined).columns;
  item.columns.assign(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(merged_count));
  apply_alias(item, join.join_using_alias);
  const ItemIndex index = context.add_item(std::move(item));
  scope.range_table.push_back(index);
  names.push_back({index, true, false, false, true});
}

Side bind_right(Context& context, Scope& scope, const PgQuery__JoinExpr& join, const Namespace& left) {
  const std::size_t outer = scope.names.size();
  const bool lateral_ok =
      join.jointype == PG_QUERY__JOIN_TYPE__JOIN_INNER || join.jointype == PG_QUERY__JOIN_TYPE__JOIN_LEFT;
  Namespace visible = left;
  set_lateral(visible, true, lateral_ok);
  scope.names.insert(scope.names.end(), visible.begin(), visible.end());
  Side right;
  right.item = bind_from_item(context, scope, *join.rarg, right.names);
  scope.names.resize(outer);
  return right;
}

}  // namespace

ItemIndex bind_join(Context& context, Scope& scope, const PgQuery__JoinExpr& join, Namespace& names) {
  Side left;
  left.item = bind_from_item(context, scope, *join.larg, left.names);
  const Side right = bind_right(context, scope, join, left.names);
  check_name_conflicts(context, left.names, right.names);
  const std::vector<Identifier> merged = merged_names(context, join, left, right);
  const std::vector<TokenRange> tokens = using_tokens(context, join);

  RangeItem item;
  item.kind = ItemKind::join;
  item.columns_known =
      context.out.item(left.item).columns_known && context.out.item(right.item).columns_known;
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  add_merged(context, item, index, left, right, merged, tokens);
  add_unmerged(item, context.out.item(left.item), merged);
  add_unmerged(item, context.out.item(right.item), merged);
  apply_alias(item, join.alias);
  context.add_item(std::move(item));
  scope.range_table.push_back(index);

  Namespace both = left.names;
  both.insert(both.end(), right.names.begin(), right.names.end());
  set_lateral(both, false, true);
  bind_condition(context, scope, join.quals, both);
  if (join.alias != nullptr) both.clear();
  hide_columns(both);
  names.insert(names.end(), both.begin(), both.end());
  add_using_alias(context, scope, join, index, merged.size(), names);
  names.push_back({index, join.alias != nullptr, true, false, true});
  return index;
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/definition.hpp"
#include "parser/bind/problem.hpp"

namespace pgsegue::parser::bind {

namespace {

void bind_element(Context& context, Scope& scope, const PgQuery__IndexElem& element, std::int32_t location,
                  std::optional<std::size_t> token) {
  const Place place{scope, Role::conflict_target, RowUse::harmless};
  if (*element.name == '\0') return bind_expression(context, place, element.expr);
  const Identifier name = identifier_of(element.name);
  const ColumnLookup found = find_column(context, scope, name, static_cast<std::uint32_t>(location));
  if (found.match) {
    std::vector<TokenRange> parts;
    if (token) parts = context.names.dotted(*token, 1);
    add_column(context, place, found, std::move(parts));
  } else if (found.saw_unknown) {
    Reference reference;
    reference.kind = ReferenceKind::unknown;
    reference.role = place.role;
    context.add_reference(std::move(reference));
  } else {
    add_problem(context, place.role,
                found.problem ? *found.problem
                              : missing_column(context, scope, std::nullopt, name,
                                               static_cast<std::uint32_t>(location)));
  }
}

/// The elements have no location; the parenthesis before them has.
void bind_arbiter(Context& context, Scope& scope, ItemIndex target, const PgQuery__InferClause& infer) {
  if (*infer.conname != '\0') {
    const auto on = context.names.at(infer.location);
    use_constraint(context, target, identifier_of(infer.conname), on ? std::optional(*on + 2) : std::nullopt,
                   " for table ");
  }
  scope.names = {{target, false, true, false, true}};
  std::vector<std::size_t> tokens;
  if (const auto open = context.names.at(infer.location)) tokens = context.names.list_parts(*open);
  const NodeList elements = list_of(infer.index_elems, infer.n_index_elems);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i]->node_case != PG_QUERY__NODE__NODE_INDEX_ELEM) continue;
    std::optional<std::size_t> token;
    if (tokens.size() == elements.size()) token = tokens[i];
    bind_element(context, scope, *elements[i]->index_elem, infer.location, token);
  }
  bind_expression(context, Place{scope, Role::conflict_where}, infer.where_clause);
  scope.names.clear();
}

RangeItem excluded_row(const RangeItem& target, ItemIndex index) {
  RangeItem item = target;
  item.kind = ItemKind::excluded;
  item.name = identifier_of("excluded");
  item.has_alias = true;
  item.alias_use = AliasUse::none;
  item.parts.clear();
  for (ItemColumn& column : item.columns) {
    column.origin.item = index;
    if (column.base) column.base->item = index;
  }
  return item;
}

}  // namespace

void bind_on_conflict(Context& context, Scope& scope, ItemIndex target,
                      const PgQuery__OnConflictClause& clause) {
  if (clause.infer != nullptr) bind_arbiter(context, scope, target, *clause.infer);
  if (clause.action != PG_QUERY__ON_CONFLICT_ACTION__ONCONFLICT_UPDATE) return;
  const auto index = static_cast<ItemIndex>(context.out.items.size());
  context.add_item(excluded_row(context.out.item(target), index));
  scope.range_table.push_back(index);
  scope.names = {{index, true, true, false, true}, {target, true, true, false, true}};
  bind_set_list(context, scope, target, list_of(clause.target_list, clause.n_target_list));
  bind_expression(context, Place{scope, Role::where}, clause.where_clause);
  scope.names.clear();
}

}  // namespace pgsegue::parser::bind

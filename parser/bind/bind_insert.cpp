#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"
#include "parser/bind/row_field.hpp"
#include "parser/bind/write.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

std::vector<WrittenColumn> add_implicit_columns(Context& context, ItemIndex target, std::size_t values,
                                                std::optional<TokenIndex> at) {
  const std::vector<ItemColumn> columns = context.out.item(target).columns;
  ImplicitList list;
  list.first = static_cast<std::uint32_t>(context.out.references.size());
  list.count = static_cast<std::uint32_t>(std::min(values, columns.size()));
  list.item = target;
  list.at = at;
  std::vector<WrittenColumn> written;
  for (std::size_t i = 0; i < list.count; ++i) {
    Reference reference;
    reference.kind = ReferenceKind::column;
    reference.role = Role::insert_column;
    reference.target = columns[i].origin;
    reference.base = columns[i].base;
    reference.row = columns[i].row;
    reference.row_use = RowUse::harmless;
    written.push_back({context.add_reference(std::move(reference)), false, std::nullopt});
  }
  context.out.implicit_lists.push_back(list);
  return written;
}

ReferenceIndex bind_target_column(Context& context, Role role, ItemIndex target, const Identifier& name,
                                  std::optional<std::uint32_t> location, std::vector<TokenRange> parts) {
  const RangeItem& item = context.out.item(target);
  Reference reference;
  reference.role = role;
  reference.parts = std::move(parts);
  const auto found = std::find_if(item.columns.begin(), item.columns.end(),
                                  [&](const ItemColumn& column) { return column.name == name; });
  if (found != item.columns.end()) {
    reference.kind = ReferenceKind::column;
    reference.target = found->origin;
    reference.base = found->base;
    reference.row = found->row;
    reference.row_use = RowUse::harmless;
  } else if (!item.columns_known || item.relation == nullptr) {
    // Without a relation the item is one that is just being made: the server says what is missing.
    reference.kind = ReferenceKind::unknown;
  } else {
    reference.problem = missing_target_column(item.relation->name, name, location);
  }
  return context.add_reference(std::move(reference));
}

namespace {

/// What an assignment has been led to by the steps so far, and the token behind them.
struct Target {
  RowValue value;
  std::size_t token;
  bool in_index = false;
};

void step_into_elements(Context& context, const Place& place, const PgQuery__AIndices& indices, Target& at) {
  bind_expression(context, place, indices.lidx);
  bind_expression(context, place, indices.uidx);
  at.token = after_subscript(context.names, at.token);
  if (!at.in_index && at.value.type && at.value.type.array_levels > 0 && !indices.is_slice)
    --at.value.type.array_levels;
  at.in_index = true;
}

void step_into_field(Context& context, Role role, const Identifier& name, Target& at) {
  std::vector<TokenRange> parts;
  if (context.names.is(at.token, ".")) parts = context.names.dotted(at.token + 1, 1);
  at.token = parts.empty() ? context.names.size() : end_of(parts.back());
  at.in_index = false;
  const auto field = find_field(context, at.value, name);
  if (!field) {
    context.add_doubt(DoubtKind::unknown_field, "a field of a composite column", name);
    at.value = {};
    return;
  }
  const ReferenceIndex index = add_field(context, role, *field, std::move(parts));
  context.out.references[static_cast<std::size_t>(index)].row_use = RowUse::harmless;
  at.value = field->row;
}

}  // namespace

WrittenColumn bind_assigned_column(Context& context, Scope& scope, Role role, ItemIndex target,
                                   const PgQuery__ResTarget& column) {
  std::vector<TokenRange> parts;
  if (const auto token = context.names.at(column.location)) parts = context.names.dotted(*token, 1);
  const WrittenColumn written{
      bind_target_column(context, role, target, identifier_of(column.name),
                         static_cast<std::uint32_t>(column.location), std::move(parts)),
      column.n_indirection > 0, std::nullopt};
  Target at{context.out.references.back().row, context.names.size()};
  if (const auto token = context.names.at(column.location)) at.token = context.names.after_name(*token);
  for (const Node* step : list_of(column.indirection, column.n_indirection)) {
    if (step->node_case == PG_QUERY__NODE__NODE_A_INDICES) {
      step_into_elements(context, Place{scope, role}, *step->a_indices, at);
    } else {
      step_into_field(context, role, identifier_of(step), at);
    }
  }
  return written;
}

std::vector<WrittenColumn> bind_insert_columns(Context& context, Scope& scope, ItemIndex target,
                                               NodeList columns) {
  std::vector<WrittenColumn> written;
  for (const Node* node : columns) {
    if (node->node_case != PG_QUERY__NODE__NODE_RES_TARGET) continue;
    written.push_back(bind_assigned_column(context, scope, Role::insert_column, target, *node->res_target));
  }
  return written;
}

QueryColumns bind_insert(Context& context, Scope* parent, const PgQuery__InsertStmt& insert) {
  Scope scope;
  scope.parent = parent;
  scope.result_use = context.take_result_use(parent == nullptr);
  bind_with(context, scope, insert.with_clause);
  const ItemIndex target = bind_target_relation(context, scope, *insert.relation);
  const bool has_values =
      insert.select_stmt != nullptr && insert.select_stmt->node_case == PG_QUERY__NODE__NODE_SELECT_STMT;
  std::vector<WrittenColumn> columns;
  std::optional<std::size_t> width;
  if (has_values) {
    context.use_of_next_query = RowUse::harmless;
    const QueryColumns values = bind_select(context, &scope, *insert.select_stmt->select_stmt);
    const RangeItem& item = context.out.item(target);
    if (values.known) width = values.names.size();
    if (insert.n_cols == 0)
      columns = add_implicit_columns(
          context, target, values.known ? values.names.size() : item.columns.size(), item.columns_at);
  }
  if (insert.n_cols > 0)
    columns = bind_insert_columns(context, scope, target, list_of(insert.cols, insert.n_cols));
  note_insert(context, insert, target, std::move(columns), width);
  if (insert.on_conflict_clause != nullptr)
    bind_on_conflict(context, scope, target, *insert.on_conflict_clause);
  scope.names = {{target, true, true, false, true}};
  return bind_target_list(context, Place{scope, Role::returning, scope.result_use},
                          list_of(insert.returning_list, insert.n_returning_list));
}

}  // namespace pgsegue::parser::bind

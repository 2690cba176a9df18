#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"
#include "parser/bind/row_field.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

std::optional<ReferenceIndex> row_behind(const Context& context, const Node* node) {
  if (node == nullptr || node->node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return std::nullopt;
  const auto found = context.reference_of.find(node->column_ref);
  if (found == context.reference_of.end()) return std::nullopt;
  const Reference& reference = context.out.references[static_cast<std::size_t>(found->second)];
  if (reference.kind != ReferenceKind::whole_row) return std::nullopt;
  return found->second;
}

/// The steps behind a value, one after the other, with the value they have led to.
struct Walk {
  Context& context;
  const Place& place;
  const PgQuery__AIndirection& node;
  RowValue value;
  std::size_t token;      ///< where the next step begins
  bool in_index = false;  ///< the step before was a subscript
  bool is_known = true;   ///< every field so far
};

void step_into_array(Walk& walk, const PgQuery__AIndices& indices) {
  bind_expression(walk.context, Place{walk.place.scope, walk.place.role}, indices.lidx);
  bind_expression(walk.context, Place{walk.place.scope, walk.place.role}, indices.uidx);
  walk.token = after_subscript(walk.context.names, walk.token);
  if (walk.in_index || indices.is_slice) return;
  if (walk.value.type && walk.value.type.array_levels > 0) {
    --walk.value.type.array_levels;
  } else {
    walk.value = {};
  }
}

/// `(t).column` of an item is the column itself. Returns false if what the field means is not known.
bool step_into_item(Walk& walk, const Identifier& name, std::vector<TokenRange> parts) {
  Context& context = walk.context;
  const auto row = row_behind(context, walk.node.arg);
  if (!row) return false;
  const Reference& reference = context.out.references[static_cast<std::size_t>(*row)];
  const auto location = static_cast<std::uint32_t>(walk.node.arg->column_ref->location);
  const std::uint32_t depth = reference.depth;
  ColumnLookup found = find_in_item(context, reference.target.item, name, location);
  if (!found.match && (found.saw_unknown || context.input.catalog.function_exists(name))) return false;
  if (!found.match) {
    const Identifier table = context.out.item(reference.target.item).name;
    add_problem(context, walk.place.role, missing_column(context, walk.place.scope, table, name, location));
    walk.value = {};
    return true;
  }
  found.match->depth = depth;
  walk.value = found.match->column.row;
  const Place harmless{walk.place.scope, walk.place.role, RowUse::harmless};
  context.reference_of[&walk.node] = add_column(context, harmless, found, std::move(parts));
  return true;
}

bool step_into_row(Walk& walk, const Identifier& name, std::vector<TokenRange> parts) {
  const auto field = find_field(walk.context, walk.value, name);
  if (!field) return false;
  walk.context.reference_of[&walk.node] = add_field(walk.context, walk.place.role, *field, std::move(parts));
  walk.value = field->row;
  return true;
}

void step_into_field(Walk& walk, const Node& step, bool is_first) {
  const Identifier name = identifier_of(&step);
  std::vector<TokenRange> parts;
  if (walk.context.names.is(walk.token, ".")) parts = walk.context.names.dotted(walk.token + 1, 1);
  walk.token = parts.empty() ? walk.context.names.size() : end_of(parts.back());
  if (is_first && step_into_item(walk, name, parts)) return;
  walk.context.reference_of.erase(&walk.node);
  if (step_into_row(walk, name, std::move(parts))) return;
  walk.context.add_doubt(DoubtKind::unknown_field, "a field of a composite value", name);
  walk.value = {};
  // A function in this notation that takes rows of certain tables only sees none of their names.
  const CatalogView& catalog = walk.context.input.catalog;
  walk.is_known = is_first && catalog.function_exists(name) && !catalog.takes_any_row(name);
}

void take_step(Walk& walk, const Node& step, bool is_first) {
  const bool is_subscript = step.node_case == PG_QUERY__NODE__NODE_A_INDICES;
  if (is_subscript) {
    step_into_array(walk, *step.a_indices);
  } else if (is_star(&step)) {
    walk.context.add_doubt(DoubtKind::unknown_star, "all fields of a composite value");
    walk.value = {};
    walk.is_known = false;
  } else {
    step_into_field(walk, step, is_first);
  }
  walk.in_index = is_subscript;
}

/// A row in a field is used as the whole expression is.
void set_use(Context& context, const PgQuery__AIndirection& node, RowUse use) {
  const auto found = context.reference_of.find(&node);
  if (found != context.reference_of.end())
    context.out.references[static_cast<std::size_t>(found->second)].row_use = use;
}

}  // namespace

void bind_indirection(Context& context, const Place& place, const PgQuery__AIndirection& node) {
  const NodeList steps = list_of(node.indirection, node.n_indirection);
  const bool has_field = std::any_of(steps.begin(), steps.end(), [](const Node* step) {
    return step->node_case != PG_QUERY__NODE__NODE_A_INDICES;
  });
  const RowUse use = place.row_use == RowUse::shown ? RowUse::named : place.row_use;
  const std::size_t first = context.out.references.size();
  bind_expression(context, Place{place.scope, place.role, has_field ? RowUse::result : use}, node.arg);
  const std::size_t last = context.out.references.size();
  Walk walk{context, place, node, row_of(context, node.arg), steps_behind(context, node.arg)};
  for (const Node* step : steps)
    take_step(walk, *step, step == steps.front());
  // Behind a field only that field is seen.
  if (has_field) settle_results(context, first, last, walk.is_known, RowUse::partial);
  set_use(context, node, use);
  context.end_of[&node] = walk.token;
  if (walk.value) context.row_of[&node] = walk.value;
}

}  // namespace pgsegue::parser::bind

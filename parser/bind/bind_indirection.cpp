#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"

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

/// The field's name in `(t).field`, which has no location of its own.
std::vector<TokenRange> field_tokens(const TokenNames& names, const Reference& row) {
  if (row.parts.empty()) return {};
  std::size_t index = end_of(row.parts.back());
  if (names.is(index, ".") && names.is(index + 1, "*")) index += 2;
  while (names.is(index, ")"))
    ++index;
  return names.is(index, ".") ? names.dotted(index + 1, 1) : std::vector<TokenRange>{};
}

/// Returns false if what the field means is not known.
bool bind_row_field(Context& context, const Place& place, const PgQuery__AIndirection& node,
                    const Identifier& name) {
  const auto row = row_behind(context, node.arg);
  if (!row) return false;
  Reference& reference = context.out.references[static_cast<std::size_t>(*row)];
  const RangeItem& item = context.out.item(reference.target.item);
  const auto location = static_cast<std::uint32_t>(node.arg->column_ref->location);
  ColumnLookup found = find_in_item(context, reference.target.item, name, location);
  if (!found.match && found.saw_unknown) return false;
  if (!found.match && context.input.catalog.function_exists(name)) return false;
  reference.row_is_harmless = true;
  if (!found.match) {
    add_problem(context, place.role, missing_column(context, place.scope, item.name, name, location));
    return true;
  }
  found.match->depth = reference.depth;
  std::vector<TokenRange> tokens = field_tokens(context.names, reference);
  context.reference_of[&node] = add_column(context, place, found, std::move(tokens));
  return true;
}

void bind_step(Context& context, const Place& place, const Node& step) {
  if (step.node_case == PG_QUERY__NODE__NODE_A_INDICES) {
    bind_expression(context, place, step.a_indices->lidx);
    bind_expression(context, place, step.a_indices->uidx);
  } else if (is_star(&step)) {
    context.add_doubt(DoubtKind::unknown_star, "all fields of a composite value");
  } else {
    context.add_doubt(DoubtKind::unknown_field, "a field of a composite value", identifier_of(&step));
  }
}

}  // namespace

void bind_indirection(Context& context, const Place& place, const PgQuery__AIndirection& node) {
  NodeList steps = list_of(node.indirection, node.n_indirection);
  // Behind a field only that field is seen.
  const bool has_field = std::any_of(steps.begin(), steps.end(), [](const Node* step) {
    return step->node_case == PG_QUERY__NODE__NODE_STRING;
  });
  bind_expression(context, Place{place.scope, place.role, place.row_is_harmless || has_field}, node.arg);
  if (!steps.empty() && steps.front()->node_case == PG_QUERY__NODE__NODE_STRING &&
      bind_row_field(context, place, node, identifier_of(steps.front())))
    steps = steps.subspan(1);
  for (const Node* step : steps)
    bind_step(context, place, *step);
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/nodes.hpp"
#include "parser/bind/row_field.hpp"

namespace pgsegue::parser::bind {

namespace {

/// The whole of `(value).*`; empty if the tokens are not that.
TokenRange star_tokens(const Context& context, std::size_t first, std::size_t dot) {
  if (!context.names.is(dot, ".") || !context.names.is(dot + 1, "*") || dot < first) return {};
  return {token_index(first), static_cast<std::uint32_t>(dot + 2 - first)};
}

OutputColumn output_of(const Column& column) {
  OutputColumn output;
  output.name = column.name;
  output.row = {column.row, {}};
  output.from_star = true;
  return output;
}

/// `(t).*` of an item is `t.*`.
std::optional<ItemLookup> find_row_item(const Context& context, const Node* value) {
  if (value->node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return std::nullopt;
  const auto found = context.reference_of.find(value->column_ref);
  if (found == context.reference_of.end()) return std::nullopt;
  const Reference& reference = context.out.references[static_cast<std::size_t>(found->second)];
  if (reference.kind != ReferenceKind::whole_row) return std::nullopt;
  ItemLookup lookup;
  lookup.item = reference.target.item;
  lookup.depth = reference.depth;
  return lookup;
}

/// What PostgreSQL makes of it: one selection per field, each with the value anew.
std::vector<OutputColumn> expand(Context& context, const Place& place, const Node* value,
                                 const Relation& relation) {
  std::vector<OutputColumn> outputs;
  for (const Column& column : relation.columns) {
    bind_expression(context, Place{place.scope, place.role, RowUse::partial}, value);
    const ReferenceIndex field = add_field(context, place.role,
                                           {{no_item, static_cast<std::int32_t>(column.number)},
                                            BaseColumn{relation.id, column.number, no_item},
                                            {column.row, {}}},
                                           {});
    context.out.references[static_cast<std::size_t>(field)].row_use = place.row_use;
    outputs.push_back(output_of(column));
  }
  return outputs;
}

}  // namespace

std::optional<std::vector<OutputColumn>> bind_field_star(Context& context, const Place& place,
                                                         const PgQuery__ResTarget& target) {
  const PgQuery__AIndirection& node = *target.val->a_indirection;
  const auto start = context.names.at(target.location);
  if (node.n_indirection != 1 || !start) return std::nullopt;
  // Bound only to see what it is: PostgreSQL binds it again for each field.
  const std::size_t references = context.out.references.size(), items = context.out.items.size(),
                    doubts = context.out.doubts.size(), name_uses = context.out.name_uses.size(),
                    keyed_json = context.out.keyed_json.size();
  bind_expression(context, Place{place.scope, place.role, RowUse::harmless}, node.arg);
  const bool is_plain = items == context.out.items.size() && doubts == context.out.doubts.size();
  const RowValue row = row_of(context, node.arg);
  const auto item = find_row_item(context, node.arg);
  const TokenRange tokens = star_tokens(context, *start, steps_behind(context, node.arg));
  context.out.references.resize(references);
  context.out.name_uses.resize(name_uses);
  context.out.keyed_json.resize(keyed_json);
  const bool is_row = row.type && row.type.array_levels == 0;
  if (!is_plain || tokens.count == 0) return std::nullopt;
  if (item) return bind_item_star(context, place, *item, tokens);
  const Relation* relation = is_row ? context.input.catalog.find(row.type.relation) : nullptr;
  if (relation == nullptr || !context.take_columns(relation->columns.size())) return std::nullopt;
  context.out.field_stars.push_back({tokens, relation->id});
  return expand(context, place, node.arg, *relation);
}

}  // namespace pgsegue::parser::bind

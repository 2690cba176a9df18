#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

std::optional<ColumnId> plain_column(const Context& context, const Node* value) {
  if (value == nullptr || value->node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return std::nullopt;
  const auto found = context.reference_of.find(value->column_ref);
  if (found == context.reference_of.end()) return std::nullopt;
  const Reference& reference = context.out.references[static_cast<std::size_t>(found->second)];
  if (reference.kind != ReferenceKind::column) return std::nullopt;
  return reference.target;
}

OutputColumn bind_target(Context& context, const Place& place, const PgQuery__ResTarget& target) {
  const std::size_t first = context.out.references.size();
  bind_expression(context, place, target.val);
  OutputColumn output;
  output.row = row_of(context, target.val);
  settle_results(context, first, context.out.references.size(), static_cast<bool>(output.row));
  output.column = plain_column(context, target.val);
  if (*target.name != '\0') {
    output.name = identifier_of(target.name);
    return output;
  }
  OutputName figured = figure_output_name(context, target.val);
  output.name = std::move(figured.name);
  output.base = figured.base;
  output.type = figured.type;
  output.row_type = figured.row_type;
  if (const auto token = context.names.at(target.location))
    output.end = token_index(context.names.end_of_target(*token));
  return output;
}

/// `(value).*`
bool is_field_star(const Node* node) {
  if (node == nullptr || node->node_case != PG_QUERY__NODE__NODE_A_INDIRECTION) return false;
  const PgQuery__AIndirection& indirection = *node->a_indirection;
  return indirection.n_indirection > 0 && is_star(indirection.indirection[indirection.n_indirection - 1]);
}

/// Empty: the target is one column.
std::optional<std::vector<OutputColumn>> bind_star_target(Context& context, const Place& place,
                                                          const PgQuery__ResTarget& target,
                                                          QueryColumns& columns) {
  const std::size_t first = context.out.references.size();
  std::optional<std::vector<OutputColumn>> outputs;
  if (is_star_reference(target.val)) {
    outputs = bind_star(context, place, *target.val->column_ref, true);
    for (const StarPart& part : context.out.stars.back().parts)
      columns.known &= part.known;
  } else if (is_field_star(target.val)) {
    outputs = bind_field_star(context, place, target);
    columns.known &= outputs.has_value();
  }
  if (outputs) settle_results(context, first, context.out.references.size(), true);
  return outputs;
}

}  // namespace

bool is_star_reference(const Node* node) {
  if (node == nullptr || node->node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return false;
  const PgQuery__ColumnRef& ref = *node->column_ref;
  return ref.n_fields > 0 && is_star(ref.fields[ref.n_fields - 1]);
}

QueryColumns bind_target_list(Context& context, const Place& place, NodeList targets) {
  const std::size_t level = context.out.outputs.size();
  context.out.outputs.emplace_back();
  std::vector<OutputColumn> outputs;
  QueryColumns columns;
  for (const Node* node : targets) {
    if (node->node_case != PG_QUERY__NODE__NODE_RES_TARGET) continue;
    const PgQuery__ResTarget& target = *node->res_target;
    if (auto added = bind_star_target(context, place, target, columns)) {
      outputs.insert(outputs.end(), added->begin(), added->end());
    } else {
      outputs.push_back(bind_target(context, place, target));
    }
  }
  for (const OutputColumn& output : outputs) {
    columns.names.push_back(output.name);
    columns.rows.push_back(output.row);
  }
  context.out.outputs[level] = std::move(outputs);
  return columns;
}

}  // namespace pgsegue::parser::bind

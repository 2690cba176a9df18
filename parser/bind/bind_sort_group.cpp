#include "parser/bind/nodes.hpp"
#include "parser/bind/problem.hpp"

namespace pgsegue::parser::bind {

namespace {

/// A clause whose bare names may mean a result column. Source: findTargetlistEntrySQL92, parse_clause.c.
struct OutputClause {
  const char* name;
  bool prefers_input;  ///< GROUP BY: a column of FROM goes before a result column
};

constexpr OutputClause order_by{"ORDER BY", false};
constexpr OutputClause group_by{"GROUP BY", true};
constexpr OutputClause distinct_on{"DISTINCT ON", false};

const Node* bare_name(const Node& node) {
  if (node.node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return nullptr;
  const PgQuery__ColumnRef& ref = *node.column_ref;
  const bool is_bare = ref.n_fields == 1 && ref.fields[0]->node_case == PG_QUERY__NODE__NODE_STRING;
  return is_bare ? ref.fields[0] : nullptr;
}

void add_output(Context& context, Role role, std::size_t position, std::vector<TokenRange> parts) {
  Reference reference;
  reference.kind = ReferenceKind::output;
  reference.role = role;
  reference.target.column = static_cast<std::int32_t>(position);
  reference.parts = std::move(parts);
  context.add_reference(std::move(reference));
}

bool is_same_value(const OutputColumn& a, const OutputColumn& b) {
  return a.column && a.column == b.column;
}

/// Returns false if no result column has that name.
bool bind_output_name(Context& context, const Place& place, const OutputClause& clause,
                      const PgQuery__ColumnRef& ref, const Outputs& outputs) {
  const Identifier name = identifier_of(ref.fields[0]);
  const auto location = static_cast<std::uint32_t>(ref.location);
  if (clause.prefers_input) {
    const ColumnLookup input = find_column(context, place.scope, name, location, true);
    if (input.match || input.problem) return false;
  }
  const OutputColumn* found = nullptr;
  for (const OutputColumn& output : outputs) {
    if (output.name != name) continue;
    if (found != nullptr && !is_same_value(*found, output)) {
      add_problem(context, place.role, ambiguous_output(clause.name, name, location));
      return true;
    }
    if (found == nullptr) found = &output;
  }
  if (found == nullptr) return false;
  std::vector<TokenRange> parts;
  if (const auto token = context.names.at(ref.location)) parts = context.names.dotted(*token, 1);
  add_output(context, place.role, static_cast<std::size_t>(found - outputs.data()) + 1, std::move(parts));
  return true;
}

bool is_position(const Node& node) {
  return node.node_case == PG_QUERY__NODE__NODE_A_CONST &&
         node.a_const->val_case == PG_QUERY__A__CONST__VAL_IVAL;
}

void bind_item(Context& context, const Place& place, const OutputClause& clause, const Node* node,
               const Outputs& outputs) {
  if (node == nullptr) return;
  if (is_position(*node))
    return add_output(context, place.role, static_cast<std::size_t>(node->a_const->ival->ival), {});
  if (bare_name(*node) != nullptr && bind_output_name(context, place, clause, *node->column_ref, outputs))
    return;
  bind_expression(context, Place{place.scope, place.role, RowUse::harmless}, node);
}

/// Grouping sets nest, and `(a, b)` among them is a list. Source: flatten_grouping_sets, parse_clause.c.
void bind_group_item(Context& context, const Place& place, const Node* node, const Outputs& outputs) {
  if (node == nullptr) return;
  if (node->node_case == PG_QUERY__NODE__NODE_GROUPING_SET) {
    for (const Node* part : list_of(node->grouping_set->content, node->grouping_set->n_content))
      bind_group_item(context, place, part, outputs);
  } else if (node->node_case == PG_QUERY__NODE__NODE_ROW_EXPR &&
             node->row_expr->row_format == PG_QUERY__COERCION_FORM__COERCE_IMPLICIT_CAST) {
    for (const Node* part : list_of(node->row_expr->args, node->row_expr->n_args))
      bind_group_item(context, place, part, outputs);
  } else {
    bind_item(context, place, group_by, node, outputs);
  }
}

}  // namespace

void bind_sort_clause(Context& context, const Place& place, NodeList items, const Outputs& outputs) {
  for (const Node* node : items) {
    if (node->node_case == PG_QUERY__NODE__NODE_SORT_BY)
      bind_item(context, place, order_by, node->sort_by->node, outputs);
  }
}

void bind_group_clause(Context& context, const Place& place, NodeList items, const Outputs& outputs) {
  for (const Node* node : items)
    bind_group_item(context, place, node, outputs);
}

void bind_distinct_clause(Context& context, const Place& place, NodeList items, const Outputs& outputs) {
  for (const Node* node : items) {
    if (node->node_case != PG_QUERY__NODE__NODE__NOT_SET)
      bind_item(context, place, distinct_on, node, outputs);
  }
}

void bind_plain_sort(Context& context, const Place& place, NodeList items) {
  for (const Node* node : items) {
    if (node->node_case == PG_QUERY__NODE__NODE_SORT_BY) bind_expression(context, place, node->sort_by->node);
  }
}

}  // namespace pgsegue::parser::bind

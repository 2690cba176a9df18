#include "parser/bind/nodes.hpp"

#include <algorithm>

namespace pgsegue::parser::bind {

namespace {

bool is_null(const Node* node) {
  return node == nullptr || (node->node_case == PG_QUERY__NODE__NODE_A_CONST && node->a_const->isnull);
}

/// Of alternatives that are all the same; NULL fits any.
RowValue common_row(const Context& context, NodeList nodes) {
  RowValue common;
  for (const Node* node : nodes) {
    if (is_null(node)) continue;
    const RowValue row = row_of(context, node);
    if (!row || (common && common != row)) return {};
    common = row;
  }
  return common;
}

RowValue row_of_case(const Context& context, const PgQuery__CaseExpr& expr) {
  std::vector<Node*> results;
  for (const Node* node : list_of(expr.args, expr.n_args)) {
    if (node->node_case == PG_QUERY__NODE__NODE_CASE_WHEN) results.push_back(node->case_when->result);
  }
  if (expr.defresult != nullptr) results.push_back(expr.defresult);
  return common_row(context, results);
}

RowValue array_of(RowValue row) {
  if (!row.type) return {};
  ++row.type.array_levels;
  return row;
}

RowValue found(const Context& context, const void* node) {
  const auto entry = context.row_of.find(node);
  return entry == context.row_of.end() ? RowValue{} : entry->second;
}

}  // namespace

RowValue row_of(const Context& context, const Node* node) {
  if (node == nullptr) return {};
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_COLUMN_REF:
      return found(context, node->column_ref);
    case PG_QUERY__NODE__NODE_A_INDIRECTION:
      return found(context, node->a_indirection);
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return found(context, node->func_call);
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      return found(context, node->type_cast);
    case PG_QUERY__NODE__NODE_PARAM_REF:
      return found(context, node->param_ref);
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
      return common_row(context, list_of(node->min_max_expr->args, node->min_max_expr->n_args));
    case PG_QUERY__NODE__NODE_SUB_LINK:
      return found(context, node->sub_link);
    case PG_QUERY__NODE__NODE_CASE_EXPR:
      return row_of_case(context, *node->case_expr);
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
      return common_row(context, list_of(node->coalesce_expr->args, node->coalesce_expr->n_args));
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
      return array_of(
          common_row(context, list_of(node->a_array_expr->elements, node->a_array_expr->n_elements)));
    default:
      return {};
  }
}

void settle_results(Context& context, std::size_t first, std::size_t last, bool is_known, RowUse use) {
  auto& references = context.out.references;
  for (std::size_t i = first; i < last; ++i) {
    if (references[i].row_use == RowUse::result) references[i].row_use = is_known ? use : RowUse::named;
  }
}

}  // namespace pgsegue::parser::bind

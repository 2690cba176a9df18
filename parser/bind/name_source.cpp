#include "parser/bind/name_argument.hpp"
#include "parser/bind/nodes.hpp"

namespace pgsegue::parser::bind {

namespace {

/// Where the text of an expression that is read as a name comes from.
struct SourceReader {
  const Context& context;
  bool has_column = false;   ///< from columns or code of the server's
  bool has_derived = false;  ///< some of them may hand on what the client has sent
  bool has_built = false;    ///< constants or parameters are parts of it

  void visit(const Node* node, bool is_whole);

 private:
  void visit_all(NodeList nodes, bool is_whole) {
    for (const Node* node : nodes)
      visit(node, is_whole);
  }
  void visit_column(const PgQuery__ColumnRef& ref);
  void visit_call(const PgQuery__FuncCall& call);
  void visit_cast(const PgQuery__TypeCast& cast, bool is_whole);
  void visit_case(const PgQuery__CaseExpr& expr, bool is_whole);
  void visit_children(const Node& node);
};

void SourceReader::visit_column(const PgQuery__ColumnRef& ref) {
  has_column = true;
  const auto found = context.reference_of.find(&ref);
  if (found == context.reference_of.end()) return;
  const Reference& reference = context.out.references[static_cast<std::size_t>(found->second)];
  if (reference.kind == ReferenceKind::unresolved || reference.base) return;
  const bool has_item = reference.kind != ReferenceKind::unknown && reference.target.item != no_item;
  const ItemKind kind = has_item ? context.out.item(reference.target.item).kind : ItemKind::query;
  has_derived |= kind != ItemKind::relation && kind != ItemKind::missing && kind != ItemKind::temporary;
}

/// What a function without arguments returns is the server's.
void SourceReader::visit_call(const PgQuery__FuncCall& call) {
  if (find_name_reader(call) != nullptr) return;
  if (call.n_args == 0) has_column = true;
  visit_all(list_of(call.args, call.n_args), false);
}

/// A number is an oid, and a cast to regclass has been judged before.
void SourceReader::visit_cast(const PgQuery__TypeCast& cast, bool is_whole) {
  if (is_regclass_type(cast.type_name) || is_oid_type(cast.type_name)) return;
  visit(cast.arg, is_whole && is_string_type(cast.type_name));
}

void SourceReader::visit_case(const PgQuery__CaseExpr& expr, bool is_whole) {
  for (const Node* when : list_of(expr.args, expr.n_args)) {
    if (when->node_case == PG_QUERY__NODE__NODE_CASE_WHEN) visit(when->case_when->result, is_whole);
  }
  visit(expr.defresult, is_whole);
}

void SourceReader::visit_children(const Node& node) {
  switch (node.node_case) {
    case PG_QUERY__NODE__NODE_A_EXPR:
      visit(node.a_expr->lexpr, false);
      return visit(node.a_expr->rexpr, false);
    case PG_QUERY__NODE__NODE_LIST:
      return visit_all(list_of(node.list->items, node.list->n_items), false);
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
      return visit_all(list_of(node.a_array_expr->elements, node.a_array_expr->n_elements), false);
    case PG_QUERY__NODE__NODE_A_INDIRECTION:
      return visit(node.a_indirection->arg, false);
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
      return visit(node.collate_clause->arg, false);
    case PG_QUERY__NODE__NODE_NAMED_ARG_EXPR:
      return visit(node.named_arg_expr->arg, false);
    default:
      has_built = true;
  }
}

void SourceReader::visit(const Node* node, bool is_whole) {
  if (node == nullptr) return;
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_A_CONST: {
      const PgQuery__AConst& constant = *node->a_const;
      const bool is_string = !constant.isnull && constant.val_case == PG_QUERY__A__CONST__VAL_SVAL;
      has_built |= is_string && !is_whole;
      return;
    }
    case PG_QUERY__NODE__NODE_PARAM_REF:
      has_built |= !is_whole;
      return;
    case PG_QUERY__NODE__NODE_COLUMN_REF:
      return visit_column(*node->column_ref);
    case PG_QUERY__NODE__NODE_SUB_LINK:
      has_column = has_derived = true;
      return;
    case PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION:
      has_column = true;
      return;
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return visit_call(*node->func_call);
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      return visit_cast(*node->type_cast, is_whole);
    case PG_QUERY__NODE__NODE_CASE_EXPR:
      return visit_case(*node->case_expr, is_whole);
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
      return visit_all(list_of(node->coalesce_expr->args, node->coalesce_expr->n_args), is_whole);
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
      return visit_all(list_of(node->min_max_expr->args, node->min_max_expr->n_args), is_whole);
    default:
      visit_children(*node);
  }
}

}  // namespace

void judge_name_source(Context& context, const Node* node, std::size_t first_parameter, DoubtKind doubt) {
  SourceReader source{context};
  source.visit(node, true);
  mark_parts(context, first_parameter);
  context.names_come_from_rows |= source.has_derived;
  // With columns in it the name is the server's, but for the parts that the client sends.
  if (source.has_built && !source.has_column)
    context.add_doubt(doubt, "a name that is put together of parts");
}

}  // namespace pgsegue::parser::bind

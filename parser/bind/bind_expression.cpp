#include "parser/bind/nodes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pgsegue::parser::bind {

namespace {

using Handler = void (*)(Context&, const Place&, const Node&);

void bind_nothing(Context&, const Place&, const Node&) {}

/// What is only compared or tested: the names of a row's columns stay unseen.
Place operand(const Place& place) {
  return {place.scope, place.role, RowUse::harmless};
}

/// One of several values that must be of one type: none of them can be put in another's place.
Place alternative(const Place& place) {
  const RowUse use = place.row_use == RowUse::shown ? RowUse::named : place.row_use;
  return {place.scope, place.role, use, place.only_oid};
}

/// Operators that compare whole rows. Others may look into them: hstore's `#=`, `||` of an array and a row.
bool compares(const PgQuery__AExpr& expr) {
  static constexpr std::array<std::string_view, 13> comparisons = {
      "=", "<>", "!=", "<", "<=", ">", ">=", "*=", "*<>", "*<", "*<=", "*>", "*>="};
  switch (expr.kind) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP:
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL:
      return expr.n_name > 0 && std::find(comparisons.begin(), comparisons.end(),
                                          string_of(expr.name[expr.n_name - 1])) != comparisons.end();
    default:
      return true;
  }
}

bool is_text_constant(const Node* node) {
  return node != nullptr && node->node_case == PG_QUERY__NODE__NODE_A_CONST &&
         node->a_const->val_case == PG_QUERY__A__CONST__VAL_SVAL;
}

/// `row || '…'` is the row's text with another behind it.
bool joins_text(const PgQuery__AExpr& expr) {
  return expr.kind == PG_QUERY__A__EXPR__KIND__AEXPR_OP && expr.n_name == 1 &&
         string_of(expr.name[0]) == "||" && (is_text_constant(expr.lexpr) || is_text_constant(expr.rexpr));
}

/// OPERATOR(schema.+)
void use_operator_schema(Context& context, const PgQuery__AExpr& expr) {
  auto token = context.names.at(expr.location);
  if (token && context.names.is_keyword(*token, "operator")) {
    *token += 2;
  } else {
    token.reset();
  }
  use_schema(context, list_of(expr.name, expr.n_name), token);
}

/// Two of one type compare by what they are, a regclass by its oid. (IN has the operator `=` or `<>`.)
bool compares_oids(const PgQuery__AExpr& expr) {
  constexpr std::array<std::string_view, 7> operators = {"=", "<>", "!=", "<", ">", "<=", ">="};
  if (expr.n_name != 1 || expr.kind == PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF) return false;
  return std::find(operators.begin(), operators.end(), string_of(expr.name[0])) != operators.end();
}

void bind_operator(Context& context, const Place& place, const Node& node) {
  const PgQuery__AExpr& expr = *node.a_expr;
  use_operator_schema(context, expr);
  const RowUse use = compares(expr) || joins_text(expr) ? RowUse::harmless : RowUse::named;
  const Place seen{place.scope, place.role, use, compares_oids(expr)};
  const bool is_nullif = expr.kind == PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF;
  bind_expression(context, is_nullif ? alternative(place) : seen, expr.lexpr);
  bind_expression(context, seen, expr.rexpr);
}

/// A parameter whose type is declared in SQL, if that is a row type.
void bind_parameter_row(Context& context, const Place& place, const Node& node) {
  const auto number = static_cast<std::size_t>(node.param_ref->number);
  if (number == 0 || number > context.parameter_rows.size()) return;
  if (const RowValue& row = context.parameter_rows[number - 1])
    add_value(context, place, node.param_ref, row);
}

/// It may be a name; that is told by what stands around it.
void bind_parameter(Context& context, const Place& place, const Node& node) {
  context.parameter_of[&node] = context.out.parameter_uses.size();
  ParameterUse use;
  use.number = static_cast<std::uint32_t>(node.param_ref->number);
  use.is_shown = !place.only_oid;
  context.out.parameter_uses.push_back(std::move(use));
  bind_parameter_row(context, place, node);
}

void bind_bool(Context& context, const Place& place, const Node& node) {
  bind_expressions(context, place, list_of(node.bool_expr->args, node.bool_expr->n_args));
}

void bind_list(Context& context, const Place& place, const Node& node) {
  bind_expressions(context, place, list_of(node.list->items, node.list->n_items));
}

void bind_array(Context& context, const Place& place, const Node& node) {
  bind_expressions(context, place, list_of(node.a_array_expr->elements, node.a_array_expr->n_elements));
}

void bind_case(Context& context, const Place& place, const Node& node) {
  const PgQuery__CaseExpr& expr = *node.case_expr;
  bind_expression(context, operand(place), expr.arg);
  bind_expressions(context, alternative(place), list_of(expr.args, expr.n_args));
  bind_expression(context, alternative(place), expr.defresult);
}

void bind_when(Context& context, const Place& place, const Node& node) {
  bind_expression(context, operand(place), node.case_when->expr);
  bind_expression(context, place, node.case_when->result);
}

void bind_coalesce(Context& context, const Place& place, const Node& node) {
  bind_expressions(context, alternative(place),
                   list_of(node.coalesce_expr->args, node.coalesce_expr->n_args));
}

void bind_min_max(Context& context, const Place& place, const Node& node) {
  bind_expressions(context, alternative(place), list_of(node.min_max_expr->args, node.min_max_expr->n_args));
}

void bind_null_test(Context& context, const Place& place, const Node& node) {
  Place tested = operand(place);
  tested.only_oid = true;
  bind_expression(context, tested, node.null_test->arg);
}

void bind_boolean_test(Context& context, const Place& place, const Node& node) {
  bind_expression(context, operand(place), node.boolean_test->arg);
}

void bind_collate(Context& context, const Place& place, const Node& node) {
  const PgQuery__CollateClause& collate = *node.collate_clause;
  bind_expression(context, place, collate.arg);
  const auto keyword = context.names.at(collate.location);
  use_schema(context, list_of(collate.collname, collate.n_collname),
             keyword ? std::optional(*keyword + 1) : std::nullopt);
}

void bind_grouping(Context& context, const Place& place, const Node& node) {
  bind_expressions(context, place, list_of(node.grouping_func->args, node.grouping_func->n_args));
}

void bind_named_argument(Context& context, const Place& place, const Node& node) {
  bind_expression(context, place, node.named_arg_expr->arg);
}

void bind_xml_serialize(Context& context, const Place& place, const Node& node) {
  bind_type_name(context, node.xml_serialize->type_name);
  bind_expression(context, place, node.xml_serialize->expr);
}

/// `SET (a, b) = (…)`: the source is repeated in the tree for each of the targets.
void bind_multi_assign(Context& context, const Place& place, const Node& node) {
  if (node.multi_assign_ref->colno == 1) bind_expression(context, place, node.multi_assign_ref->source);
}

using HandlerTable = std::array<Handler, 256>;

constexpr HandlerTable make_handlers() {
  HandlerTable table{};
  table[PG_QUERY__NODE__NODE_COLUMN_REF] = [](Context& c, const Place& p, const Node& n) {
    bind_column_ref(c, p, *n.column_ref);
  };
  table[PG_QUERY__NODE__NODE_FUNC_CALL] = [](Context& c, const Place& p, const Node& n) {
    bind_func_call(c, p, *n.func_call);
  };
  table[PG_QUERY__NODE__NODE_A_INDIRECTION] = [](Context& c, const Place& p, const Node& n) {
    bind_indirection(c, p, *n.a_indirection);
  };
  table[PG_QUERY__NODE__NODE_SUB_LINK] = [](Context& c, const Place& p, const Node& n) {
    bind_sublink(c, p, *n.sub_link);
  };
  table[PG_QUERY__NODE__NODE_ROW_EXPR] = [](Context& c, const Place& p, const Node& n) {
    bind_row(c, p, *n.row_expr);
  };
  table[PG_QUERY__NODE__NODE_TYPE_CAST] = [](Context& c, const Place& p, const Node& n) {
    bind_type_cast(c, p, *n.type_cast);
  };
  table[PG_QUERY__NODE__NODE_XML_EXPR] = [](Context& c, const Place& p, const Node& n) {
    bind_xml(c, p, *n.xml_expr);
  };
  table[PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION] = [](Context& c, const Place& p, const Node& n) {
    bind_value_function(c, p, *n.sqlvalue_function);
  };
  table[PG_QUERY__NODE__NODE_A_EXPR] = bind_operator;
  table[PG_QUERY__NODE__NODE_PARAM_REF] = bind_parameter;
  table[PG_QUERY__NODE__NODE_BOOL_EXPR] = bind_bool;
  table[PG_QUERY__NODE__NODE_LIST] = bind_list;
  table[PG_QUERY__NODE__NODE_A_ARRAY_EXPR] = bind_array;
  table[PG_QUERY__NODE__NODE_CASE_EXPR] = bind_case;
  table[PG_QUERY__NODE__NODE_CASE_WHEN] = bind_when;
  table[PG_QUERY__NODE__NODE_COALESCE_EXPR] = bind_coalesce;
  table[PG_QUERY__NODE__NODE_MIN_MAX_EXPR] = bind_min_max;
  table[PG_QUERY__NODE__NODE_NULL_TEST] = bind_null_test;
  table[PG_QUERY__NODE__NODE_BOOLEAN_TEST] = bind_boolean_test;
  table[PG_QUERY__NODE__NODE_COLLATE_CLAUSE] = bind_collate;
  table[PG_QUERY__NODE__NODE_GROUPING_FUNC] = bind_grouping;
  table[PG_QUERY__NODE__NODE_NAMED_ARG_EXPR] = bind_named_argument;
  table[PG_QUERY__NODE__NODE_XML_SERIALIZE] = bind_xml_serialize;
  table[PG_QUERY__NODE__NODE_MULTI_ASSIGN_REF] = bind_multi_assign;
  for (const auto plain : {PG_QUERY__NODE__NODE_A_CONST, PG_QUERY__NODE__NODE_SET_TO_DEFAULT,
                           PG_QUERY__NODE__NODE_CURRENT_OF_EXPR})
    table[plain] = bind_nothing;
  return table;
}

constexpr HandlerTable handlers = make_handlers();

}  // namespace

void bind_expression(Context& context, const Place& place, const Node* node) {
  if (node == nullptr || node->node_case == PG_QUERY__NODE__NODE__NOT_SET) return;
  const auto kind = static_cast<std::size_t>(node->node_case);
  if (kind < handlers.size() && handlers[kind] != nullptr) {
    handlers[kind](context, place, *node);
  } else {
    context.add_doubt(DoubtKind::construct, "an expression of this kind");
  }
}

void bind_expressions(Context& context, const Place& place, NodeList nodes) {
  for (const Node* node : nodes)
    bind_expression(context, place, node);
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/nodes.hpp"

#include <array>

namespace pgsegue::parser::bind {

namespace {

// The rules of FigureColnameInternal, PostgreSQL src/backend/parser/parse_target.c.

OutputName fixed(const char* name, int strength = 2) {
  return {identifier_of(name), strength, std::nullopt};
}

TypeId type_of(const Context& context, const void* node) {
  const auto found = context.type_of.find(node);
  return found == context.type_of.end() ? TypeId{} : found->second;
}

std::optional<BaseColumn> base_of(const Context& context, const void* node) {
  const auto found = context.reference_of.find(node);
  if (found == context.reference_of.end()) return std::nullopt;
  return context.out.references[static_cast<std::size_t>(found->second)].base;
}

const Node* last_string(NodeList fields) {
  for (std::size_t i = fields.size(); i > 0; --i) {
    if (fields[i - 1]->node_case == PG_QUERY__NODE__NODE_STRING) return fields[i - 1];
  }
  return nullptr;
}

OutputName figure(const Context& context, const Node* node);

OutputName figure_column(const Context& context, const Node& node) {
  const PgQuery__ColumnRef& ref = *node.column_ref;
  const Node* name = last_string(list_of(ref.fields, ref.n_fields));
  if (name == nullptr) return {};
  return {identifier_of(name), 2, base_of(context, &ref)};
}

OutputName figure_indirection(const Context& context, const Node& node) {
  const PgQuery__AIndirection& indirection = *node.a_indirection;
  const NodeList steps = list_of(indirection.indirection, indirection.n_indirection);
  const Node* name = last_string(steps);
  if (name == nullptr) return figure(context, indirection.arg);
  return {identifier_of(name), 2, base_of(context, &indirection)};
}

OutputName figure_function(const Context& context, const Node& node) {
  const PgQuery__FuncCall& call = *node.func_call;
  if (call.n_funcname == 0) return {};
  return {identifier_of(call.funcname[call.n_funcname - 1]), 2, base_of(context, &call),
          type_of(context, &call)};
}

OutputName figure_operator(const Context&, const Node& node) {
  return node.a_expr->kind == PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF ? fixed("nullif") : OutputName{};
}

OutputName figure_cast(const Context& context, const Node& node) {
  const PgQuery__TypeCast& cast = *node.type_cast;
  OutputName inner = figure(context, cast.arg);
  if (inner.strength > 1 || cast.type_name == nullptr || cast.type_name->n_names == 0) return inner;
  OutputName name{identifier_of(cast.type_name->names[cast.type_name->n_names - 1]), 1, std::nullopt,
                  type_of(context, cast.type_name)};
  const auto relation = context.relation_of_type.find(cast.type_name);
  if (relation != context.relation_of_type.end()) name.row_type = relation->second;
  return name;
}

OutputName figure_collate(const Context& context, const Node& node) {
  return figure(context, node.collate_clause->arg);
}

OutputName figure_sublink(const Context& context, const Node& node) {
  const PgQuery__SubLink& link = *node.sub_link;
  if (link.sub_link_type == PG_QUERY__SUB_LINK_TYPE__EXISTS_SUBLINK) return fixed("exists");
  if (link.sub_link_type == PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK) return fixed("array");
  if (link.sub_link_type != PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK) return {};
  const auto found = context.first_output_of.find(&link);
  if (found == context.first_output_of.end()) return {};
  return {found->second, 2, std::nullopt};
}

OutputName figure_case(const Context& context, const Node& node) {
  OutputName otherwise = figure(context, node.case_expr->defresult);
  return otherwise.strength > 1 ? otherwise : fixed("case", 1);
}

OutputName figure_min_max(const Context&, const Node& node) {
  return fixed(node.min_max_expr->op == PG_QUERY__MIN_MAX_OP__IS_GREATEST ? "greatest" : "least");
}

OutputName figure_sql_value(const Context&, const Node& node) {
  static constexpr std::array<const char*, 16> names = {"",
                                                        "current_date",
                                                        "current_time",
                                                        "current_time",
                                                        "current_timestamp",
                                                        "current_timestamp",
                                                        "localtime",
                                                        "localtime",
                                                        "localtimestamp",
                                                        "localtimestamp",
                                                        "current_role",
                                                        "current_user",
                                                        "user",
                                                        "session_user",
                                                        "current_catalog",
                                                        "current_schema"};
  const auto op = static_cast<std::size_t>(node.sqlvalue_function->op);
  return op < names.size() && *names[op] != '\0' ? fixed(names[op]) : OutputName{};
}

OutputName figure_xml(const Context&, const Node& node) {
  static constexpr std::array<const char*, 7> names = {"",         "xmlconcat", "xmlelement", "xmlforest",
                                                       "xmlparse", "xmlpi",     "xmlroot"};
  const auto op = static_cast<std::size_t>(node.xml_expr->op);
  return op < names.size() && *names[op] != '\0' ? fixed(names[op]) : OutputName{};
}

struct Rule {
  PgQuery__Node__NodeCase kind;
  OutputName (*apply)(const Context&, const Node&);
};

constexpr std::array<Rule, 17> rules = {{
    {PG_QUERY__NODE__NODE_COLUMN_REF, figure_column},
    {PG_QUERY__NODE__NODE_A_INDIRECTION, figure_indirection},
    {PG_QUERY__NODE__NODE_FUNC_CALL, figure_function},
    {PG_QUERY__NODE__NODE_A_EXPR, figure_operator},
    {PG_QUERY__NODE__NODE_TYPE_CAST, figure_cast},
    {PG_QUERY__NODE__NODE_COLLATE_CLAUSE, figure_collate},
    {PG_QUERY__NODE__NODE_SUB_LINK, figure_sublink},
    {PG_QUERY__NODE__NODE_CASE_EXPR, figure_case},
    {PG_QUERY__NODE__NODE_MIN_MAX_EXPR, figure_min_max},
    {PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION, figure_sql_value},
    {PG_QUERY__NODE__NODE_XML_EXPR, figure_xml},
    {PG_QUERY__NODE__NODE_GROUPING_FUNC, [](const Context&, const Node&) { return fixed("grouping"); }},
    {PG_QUERY__NODE__NODE_A_ARRAY_EXPR, [](const Context&, const Node&) { return fixed("array"); }},
    {PG_QUERY__NODE__NODE_ROW_EXPR, [](const Context&, const Node&) { return fixed("row"); }},
    {PG_QUERY__NODE__NODE_COALESCE_EXPR, [](const Context&, const Node&) { return fixed("coalesce"); }},
    {PG_QUERY__NODE__NODE_XML_SERIALIZE, [](const Context&, const Node&) { return fixed("xmlserialize"); }},
    {PG_QUERY__NODE__NODE_NAMED_ARG_EXPR,
     [](const Context& c, const Node& n) { return figure(c, n.named_arg_expr->arg); }},
}};

OutputName figure(const Context& context, const Node* node) {
  if (node == nullptr) return {};
  for (const Rule& rule : rules) {
    if (rule.kind == node->node_case) return rule.apply(context, *node);
  }
  return {};
}

}  // namespace

OutputName figure_output_name(const Context& context, const Node* node) {
  OutputName name = figure(context, node);
  return name.strength == 0 ? fixed("?column?", 0) : name;
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/nodes.hpp"
#include "parser/bind/row_functions.hpp"

namespace pgsegue::parser::bind {

namespace {

/// A constant or parameter: of the type that the function wants.
bool has_no_type(const Node& node) {
  return node.node_case == PG_QUERY__NODE__NODE_A_CONST || node.node_case == PG_QUERY__NODE__NODE_PARAM_REF;
}

}  // namespace

void bind_keyed_json(Context& context, const Place& place, const PgQuery__FuncCall& call) {
  if (!makes_rows_from_json(context, call) || call.n_args < 2) return;
  const RowValue row = row_of(context, call.args[0]);
  if (!row.type) return;
  add_value(context, place, &call, row);
  const std::string_view name = string_of(call.funcname[call.n_funcname - 1]);
  const Node& json = *call.args[1];
  KeyedJson keyed;
  keyed.relation = row.type.relation;
  keyed.is_binary = name.starts_with("jsonb");
  keyed.is_set = name.ends_with("set");
  keyed.has_no_type = has_no_type(json);
  keyed.role = place.role;
  const bool is_named = json.node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR;
  if (!is_named && !holds_call(json.base)) keyed.tokens = argument_tokens(context, call, 1);
  context.out.keyed_json.push_back(keyed);
}

}  // namespace pgsegue::parser::bind

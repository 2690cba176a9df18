#include "parser/bind/write.hpp"

namespace pgsegue::parser::bind {

namespace {

bool is_of(const ProtobufCMessage& message, const ProtobufCMessageDescriptor& descriptor) {
  return message.descriptor == &descriptor;
}

bool calls_volatile_function(const Context& context, const ProtobufCMessage& message) {
  const auto& call = reinterpret_cast<const PgQuery__FuncCall&>(message);
  if (call.n_funcname == 0) return true;
  return context.input.catalog.is_volatile_function(identifier_of(call.funcname[call.n_funcname - 1]));
}

/// True if the expression, evaluated again for the same row, has the same value for certain: it has no
/// subquery, and calls nothing that is volatile.
bool is_repeatable(const Context& context, const ProtobufCMessage& message) {
  if (is_of(message, pg_query__sub_link__descriptor)) return false;
  if (is_of(message, pg_query__func_call__descriptor) && calls_volatile_function(context, message))
    return false;
  const bool may_call =
      is_of(message, pg_query__a__expr__descriptor) || is_of(message, pg_query__type_cast__descriptor);
  if (may_call && context.input.catalog.has_volatile_operators()) return false;
  bool is_so = true;
  for_each_child(message,
                 [&](const ProtobufCMessage& child) { is_so = is_so && is_repeatable(context, child); });
  return is_so;
}

}  // namespace

bool has_no_type(const Node* expression) {
  if (expression == nullptr) return false;
  if (expression->node_case == PG_QUERY__NODE__NODE_PARAM_REF) return true;
  return expression->node_case == PG_QUERY__NODE__NODE_A_CONST &&
         (expression->a_const->isnull != 0 || expression->a_const->val_case == PG_QUERY__A__CONST__VAL_SVAL);
}

WrittenValue written_value(const Context& context, const Node* expression, TokenRange tokens) {
  WrittenValue value;
  value.tokens = tokens;
  if (expression == nullptr) return value;
  value.is_default = expression->node_case == PG_QUERY__NODE__NODE_SET_TO_DEFAULT;
  value.is_repeatable = is_repeatable(context, expression->base);
  value.has_no_type = has_no_type(expression);
  value.is_parameter = expression->node_case == PG_QUERY__NODE__NODE_PARAM_REF;
  return value;
}

}  // namespace pgsegue::parser::bind

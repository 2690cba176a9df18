#include "parser/bind/row_functions.hpp"

namespace pgsegue::parser::bind {

TokenRange argument_tokens(const Context& context, const PgQuery__FuncCall& call, std::size_t index) {
  const auto start = context.names.at(call.location);
  if (!start || call.n_agg_order > 0 || call.agg_distinct || call.func_variadic) return {};
  const std::size_t open = context.names.find_opening(*start);
  const std::vector<std::size_t> parts = context.names.list_parts(open);
  if (parts.size() != call.n_args || index >= parts.size()) return {};
  // Behind the argument stands a comma, or the parenthesis.
  const std::size_t behind =
      index + 1 < parts.size() ? parts[index + 1] : context.names.after_parentheses(open);
  const std::size_t first = parts[index];
  if (behind <= first + 1) return {};
  return {token_index(first), static_cast<std::uint32_t>(behind - 1 - first)};
}

bool holds_call(const ProtobufCMessage& tree) {
  if (tree.descriptor == &pg_query__func_call__descriptor) return true;
  if (tree.descriptor == &pg_query__sub_link__descriptor) return false;
  bool found = false;
  for_each_child(tree, [&found](const ProtobufCMessage& child) { found = found || holds_call(child); });
  return found;
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/constant.hpp"

#include "parser/bind/type_kinds.hpp"
#include "parser/identifier_token.hpp"

namespace pgsegue::parser::bind {

std::optional<Constant> read_constant(const Context& context, const Node* node) {
  while (node != nullptr && node->node_case == PG_QUERY__NODE__NODE_TYPE_CAST &&
         is_string_type(node->type_cast->type_name))
    node = node->type_cast->arg;
  if (node == nullptr || node->node_case != PG_QUERY__NODE__NODE_A_CONST) return std::nullopt;
  const PgQuery__AConst& constant = *node->a_const;
  if (constant.isnull || constant.val_case != PG_QUERY__A__CONST__VAL_SVAL) return std::nullopt;
  Constant result{constant.sval->sval, {}};
  const auto token = context.names.at(constant.location);
  if (!token) return result;
  const TokenKind kind = context.input.tokens[*token].kind;
  if (kind != TokenKind::string && !is_identifier(kind)) return result;
  const bool has_escape = context.names.is_keyword(*token + 1, "uescape");
  result.tokens = {token_index(*token), has_escape ? 3U : 1U};
  return result;
}

}  // namespace pgsegue::parser::bind

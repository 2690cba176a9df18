#include "parser/bind/nodes.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

const char* string_constant(const Node* node) {
  if (node == nullptr || node->node_case != PG_QUERY__NODE__NODE_A_CONST) return nullptr;
  const PgQuery__AConst& constant = *node->a_const;
  return constant.val_case == PG_QUERY__A__CONST__VAL_SVAL ? constant.sval->sval : nullptr;
}

/// A row as text has no names.
bool is_text(const PgQuery__TypeName& type) {
  static constexpr std::array<std::string_view, 4> names = {"text", "varchar", "bpchar", "name"};
  return type.n_names > 0 && type.n_array_bounds == 0 &&
         std::find(names.begin(), names.end(), string_of(type.names[type.n_names - 1])) != names.end();
}

}  // namespace

void bind_type_name(Context& context, const PgQuery__TypeName* type) {
  if (type == nullptr || type->n_names == 0) return;
  const NodeList names = list_of(type->names, type->n_names);
  if (names.size() > 1 && string_of(names.front()) == "pg_catalog") return;
  const Node* name = type->pct_type && names.size() > 1 ? names[names.size() - 2] : names.back();
  context.add_doubt(DoubtKind::type_name, "the type name", identifier_of(name));
}

void bind_type_cast(Context& context, const Place& place, const PgQuery__TypeCast& cast) {
  const RowUse use = is_text(*cast.type_name) ? RowUse::harmless : place.row_use;
  bind_expression(context, Place{place.scope, place.role, use}, cast.arg);
  bind_type_name(context, cast.type_name);
  const char* text = string_constant(cast.arg);
  const NodeList names = list_of(cast.type_name->names, cast.type_name->n_names);
  if (text != nullptr && !names.empty() && string_of(names.back()) == "regclass")
    context.add_doubt(DoubtKind::relation_string, "the relation name in a string", identifier_of(text));
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/constant.hpp"
#include "parser/bind/name_argument.hpp"
#include "parser/bind/nodes.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

/// `'person'::regclass` names a relation; anything else of that type has the name of one when it is shown.
void bind_regclass(Context& context, const Place& place, const PgQuery__TypeCast& cast,
                   std::size_t first_parameter) {
  const NamedRelation named = use_relation(context, cast.arg, {false, !place.only_oid, first_parameter});
  // A parameter is judged by its value.
  if (place.only_oid || named.parameter != 0) return;
  if (const auto constant = read_constant(context, cast.arg)) {
    context.add_doubt(DoubtKind::relation_string, "the relation name in a string",
                      Identifier::from_catalog(constant->value));
  } else {
    context.add_doubt(DoubtKind::relation_shown, "a cast to regclass");
  }
}

/// `'mood'::regtype` names a type.
void bind_regtype(Context& context, const Place& place, const PgQuery__TypeCast& cast) {
  const auto constant = read_constant(context, cast.arg);
  if (!constant) return;
  use_type_text(context, cast.arg);
  if (!place.only_oid)
    context.add_doubt(DoubtKind::type_string, "the type name in a string",
                      Identifier::from_catalog(constant->value));
}

/// A row as text has no names.
bool is_text(const PgQuery__TypeName& type) {
  static constexpr std::array<std::string_view, 4> names = {"text", "varchar", "bpchar", "name"};
  return type.n_names > 0 && type.n_array_bounds == 0 &&
         std::find(names.begin(), names.end(), string_of(type.names[type.n_names - 1])) != names.end();
}

}  // namespace

void bind_type_cast(Context& context, const Place& place, const PgQuery__TypeCast& cast) {
  const bool is_regclass = is_regclass_type(cast.type_name);
  const bool is_regtype = is_regtype_type(cast.type_name);
  const bool only_oid = is_oid_type(cast.type_name) || is_regclass || is_regtype;
  const RowType row = bind_type_name(context, cast.type_name);
  const RowUse use = is_text(*cast.type_name) || row ? RowUse::harmless : place.row_use;
  const std::size_t first_parameter = context.out.parameter_uses.size();
  bind_expression(context, Place{place.scope, place.role, use, only_oid}, cast.arg);
  if (row) add_value(context, place, &cast, {row, {}});
  if (is_regtype) bind_regtype(context, place, cast);
  if (is_regclass) bind_regclass(context, place, cast, first_parameter);
  if (is_name_type(cast.type_name)) mark_parts(context, first_parameter);
}

}  // namespace pgsegue::parser::bind

#include "parser/bind/constant.hpp"
#include "parser/bind/nodes.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

/// The type's name if it is one of the system's, and no array.
std::string_view system_type(const PgQuery__TypeName* type) {
  if (type == nullptr || type->n_names == 0 || type->n_names > 2 || type->n_array_bounds > 0) return {};
  if (type->n_names == 2 && string_of(type->names[0]) != "pg_catalog") return {};
  return string_of(type->names[type->n_names - 1]);
}

bool is_number(std::string_view type) {
  return type == "oid" || type == "int8" || type == "int4";
}

/// `'person'::regclass` names a relation; anything else of that type has the name of one when it is shown.
void bind_regclass(Context& context, const Place& place, const PgQuery__TypeCast& cast) {
  const auto constant = read_constant(context, cast.arg);
  if (constant) use_relation(context, cast.arg);
  if (place.only_oid) return;
  if (constant) {
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
  const std::string_view type = system_type(cast.type_name);
  const bool is_regclass = type == "regclass";
  const bool is_regtype = type == "regtype";
  const bool only_oid = is_number(type) || is_regclass || is_regtype;
  const RowUse use = is_text(*cast.type_name) ? RowUse::harmless : place.row_use;
  bind_expression(context, Place{place.scope, place.role, use, only_oid}, cast.arg);
  const TypeId id = bind_type_name(context, cast.type_name);
  if (id != TypeId{}) context.type_of[&cast] = id;
  if (is_regtype) bind_regtype(context, place, cast);
  if (is_regclass) bind_regclass(context, place, cast);
}

}  // namespace pgsegue::parser::bind

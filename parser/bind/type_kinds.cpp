#include "parser/bind/type_kinds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pgsegue::parser::bind {

namespace {

constexpr auto string_types = std::to_array<std::string_view>({"text", "varchar", "name", "cstring"});
constexpr auto number_types = std::to_array<std::string_view>({"oid", "int8", "int4"});
constexpr auto name_types =
    std::to_array<std::string_view>({"regclass", "regcollation", "regconfig", "regdictionary", "regnamespace",
                                     "regoper", "regoperator", "regproc", "regprocedure", "regtype"});

std::string_view last_name(const PgQuery__TypeName* type) {
  return type == nullptr || type->n_names == 0 ? std::string_view()
                                               : string_of(type->names[type->n_names - 1]);
}

template <std::size_t N>
bool holds_type(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The type's name if it is one of the system's, and no array.
std::string_view system_type(const PgQuery__TypeName* type) {
  if (type == nullptr || type->n_names == 0 || type->n_names > 2 || type->n_array_bounds > 0) return {};
  if (type->n_names == 2 && string_of(type->names[0]) != "pg_catalog") return {};
  return last_name(type);
}

}  // namespace

bool is_regclass_type(const PgQuery__TypeName* type) {
  return system_type(type) == "regclass";
}

bool is_regtype_type(const PgQuery__TypeName* type) {
  return system_type(type) == "regtype";
}

bool is_oid_type(const PgQuery__TypeName* type) {
  return holds_type(number_types, system_type(type));
}

bool is_string_type(const PgQuery__TypeName* type) {
  const bool is_plain = type != nullptr && type->n_array_bounds == 0 && type->n_typmods == 0;
  return is_plain && holds_type(string_types, last_name(type));
}

bool is_name_type(const PgQuery__TypeName* type) {
  return !is_regclass_type(type) && holds_type(name_types, last_name(type));
}

}  // namespace pgsegue::parser::bind

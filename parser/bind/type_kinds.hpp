#pragma once

#include "parser/bind/tree.hpp"

namespace pgsegue::parser::bind {

// What kind of the system's types a type name is, as far as names in values go.

bool is_regclass_type(const PgQuery__TypeName* type);
bool is_regtype_type(const PgQuery__TypeName* type);
/// An integer type: a value of it is no name.
bool is_oid_type(const PgQuery__TypeName* type);
/// A type of strings that leaves the value as it is.
bool is_string_type(const PgQuery__TypeName* type);
/// A type whose input is a name (regproc, regtype, …), or an array of such a type. regclass itself is not.
bool is_name_type(const PgQuery__TypeName* type);

}  // namespace pgsegue::parser::bind

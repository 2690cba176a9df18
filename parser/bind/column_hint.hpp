#pragma once

#include "parser/bind/scope.hpp"

#include <string>

namespace pgsegue::parser::bind {

/// What the server suggests in place of a column that is not there: one or two of nearly the same name, or
/// the very one where it cannot be seen. Empty: nothing is near. Source: errorMissingColumn,
/// parse_relation.c.
std::string column_hint(const Context& context, const Scope& scope, const std::optional<Identifier>& table,
                        const Identifier& column);

}  // namespace pgsegue::parser::bind

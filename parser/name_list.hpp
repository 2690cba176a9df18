#pragma once

#include "parser/identifier.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::parser {

/// Reads a string value as identifiers with `separator` between, as the server does with search_path (`,`)
/// and the names in regclass constants (`.`): unquoted ones fold, quoted ones are kept. Nothing: the server
/// finds the value malformed. Source: SplitIdentifierString, PostgreSQL src/backend/utils/adt/varlena.c.
std::optional<std::vector<Identifier>> split_names(std::string_view value, char separator);

/// A value that reads back as these.
std::string join_names(const std::vector<Identifier>& names, char separator);

/// SQL text of a string constant with this value, whatever standard_conforming_strings is.
std::string string_constant(std::string_view value);

}  // namespace pgsegue::parser

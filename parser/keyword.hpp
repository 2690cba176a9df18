#pragma once

#include <string_view>

namespace pgsegue::parser {

/// True if this lower-case word cannot stand as a name everywhere unless it is quoted: the reserved,
/// type-or-function-name and column-name keywords. Source: PostgreSQL src/include/parser/kwlist.h and
/// quote_identifier in src/backend/utils/adt/ruleutils.c.
bool is_quoted_keyword(std::string_view word);

}  // namespace pgsegue::parser

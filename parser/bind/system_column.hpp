#pragma once

#include "parser/bound_statement.hpp"

#include <optional>

namespace pgsegue::parser::bind {

/// The attribute number of a system column of that name. Source: src/include/access/sysattr.h.
std::optional<std::int32_t> system_column(const Identifier& name);

/// True for what has ctid, tableoid and the rest: tables, not views.
bool has_system_columns(const RangeItem& item);

}  // namespace pgsegue::parser::bind

#pragma once

#include "rules/constant_names.hpp"
#include "rules/sql_error.hpp"

#include <cstdint>
#include <string_view>

namespace pgsegue::rules {

// The refusals that are decided on the text alone, before it is parsed. `version` is the client's.

/// The client's encoding has characters whose second byte looks like a quote or a backslash.
SqlError refuse_encoding(std::string_view version);
/// The version is fixed when the connection starts.
SqlError refuse_version_setting();
/// A constant at `position` names an affected relation.
SqlError refuse_constant(ConstantUse use, std::string_view version, std::uint32_t position);
/// The scanner of another PostgreSQL release may read this text otherwise than ours.
SqlError refuse_unscannable(std::string_view version, int server_major);
/// The planner asked for a search path it was given, or made edits that do not fit the statement.
SqlError refuse_inconsistent(std::string_view version);

}  // namespace pgsegue::rules

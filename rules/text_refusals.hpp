#pragma once

#include "rules/constant_names.hpp"
#include "rules/sql_error.hpp"

#include <cstdint>

namespace pgsegue::rules {

// The refusals that are decided on the text alone, before it is parsed.

/// Nobody knows how the server converts this client's texts.
SqlError refuse_encoding();
/// It is not certain what the server makes of a name.
SqlError refuse_doubtful_name();
/// The server has names that the client's encoding cannot write.
SqlError refuse_unwritable();
/// Rows of a COPY have to be taken apart, and a byte of a character may look like a delimiter.
SqlError refuse_copy_encoding();
/// The version is fixed when the connection starts.
SqlError refuse_version_setting();
/// A constant, at `position` of the statement, names an affected relation.
SqlError refuse_constant(const ConstantName& constant, std::uint32_t position);
/// The scanner of another PostgreSQL release may read this text otherwise than ours.
SqlError refuse_unscannable(int server_major);
/// The planner asked for a search path it was given, or made edits that do not fit the statement.
SqlError refuse_inconsistent();

/// The name of what the transaction has made, whose columns have names that are not known yet.
SqlError refuse_made(const parser::Identifier& name);

}  // namespace pgsegue::rules

#pragma once

#include "parser/bound_statement.hpp"
#include "rules/sql_error.hpp"

#include <string>
#include <string_view>

namespace pgsegue::rules::plan {

/// SQLSTATE 0A000: the statement cannot be rewritten with certainty. `what` completes "pgsegue cannot rewrite
/// … in this version".
SqlError refusal(std::string_view what, std::string hint);

/// Of a reference in a clause, by the column's name in the client's words.
SqlError reference_refusal(const parser::Reference& reference, const parser::Identifier& column,
                           const parser::Identifier& table);

/// The error PostgreSQL gives, with its position in characters.
SqlError server_error(const parser::Problem& problem, std::string_view text, bool encoding_is_utf8);

/// From a byte offset to the position of ErrorResponse: characters, from 1.
std::uint32_t character_position(std::string_view text, std::size_t byte, bool encoding_is_utf8);

/// What to call the clause a reference stands in.
std::string_view clause_name(parser::Role role);

}  // namespace pgsegue::rules::plan

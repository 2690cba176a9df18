#pragma once

#include "proxy/wire/writer.hpp"

#include <span>

namespace pgsegue::session {

/// Writes to `to` what the server gets in place of a Query or Parse message that is not well-formed: the same
/// message with blanks for its SQL. The server finds the same fault and says so in its own words; one that is
/// more forgiving finds nothing to run.
void blank_sql(std::span<const std::byte> frame, wire::Buffer& to);

}  // namespace pgsegue::session

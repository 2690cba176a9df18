#pragma once

#include "proxy/session/response_queue.hpp"

#include <cstdint>

namespace pgsegue::session {

/// Which requests a message of the server's can answer, and which of them it completes. Source: PostgreSQL
/// documentation, "Message Flow".
struct ResponseRule {
  char type = 0;
  std::uint16_t answers = 0;    ///< bits of Request
  std::uint16_t completes = 0;  ///< bits of Request
  bool needs_look = false;      ///< it does more than to answer, or is read

  static constexpr std::uint16_t bit(Request request) {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(request));
  }
  bool answers_to(Request request) const { return (answers & bit(request)) != 0; }
  bool is_complete_for(Request request) const { return (completes & bit(request)) != 0; }
};

/// Null: no response to anything (ErrorResponse and what may come at any time are not in the table).
const ResponseRule* response_rule(char type);

}  // namespace pgsegue::session

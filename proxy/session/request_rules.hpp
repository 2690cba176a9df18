#pragma once

#include "proxy/session/response_queue.hpp"

#include <cstdint>

namespace pgsegue::session {

/// What a frontend message is to the response count, and how much of it a rewriting session reads.
struct RequestRule {
  enum class Reads : std::uint8_t { nothing, front, whole, statement };
  char type = 0;
  Request request = Request::query;
  bool opens_batch = false;
  Reads reads = Reads::nothing;
};

/// Null: the server answers nothing to it, or it is part of a COPY.
const RequestRule* request_rule(char type);

}  // namespace pgsegue::session

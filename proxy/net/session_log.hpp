#pragma once

#include "proxy/session/session_core.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgsegue::net {

/// What the log says of one session. Statement texts are none of it.
struct SessionRecord {
  std::uint64_t id = 0;
  std::string client_address;
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
};

struct Traffic {
  std::uint64_t from_client = 0, to_client = 0;  ///< bytes
};

/// The client is logged in. `tls` is the protocol version on the client's leg, empty if in the clear.
void log_session_start(const SessionRecord& record, const session::SessionCore::ClientStartup& startup,
                       const session::DatabaseEntry& database, std::string_view tls);
/// Connections that never sent a byte are noted at level debug only: monitors and load balancers make them.
void log_session_end(const SessionRecord& record, const session::SessionCore& core, Traffic traffic);
/// `statement` is empty unless the operator asks for texts.
void log_refusal(const SessionRecord& record, std::string_view reason, std::string_view statement);
/// What was let through unread, because the configuration of the database says so.
void log_pass(const SessionRecord& record, std::string_view what, std::string_view statement);

/// Names come from clients: control characters are replaced, long texts cut.
std::string printable(std::string_view text);

}  // namespace pgsegue::net

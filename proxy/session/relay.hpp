#pragma once

#include "proxy/session/session_state.hpp"

#include <cstdint>
#include <span>

namespace pgsegue::session {

/// A replication connection after login: messages pass unread, the server's by their headers, so that a
/// message of ours never lands in the middle of one of them.
///
///   resting --bytes of the client--> busy --CopyBothResponse--> streaming
///     ^-----------ReadyForQuery-------'------------------------------'
///
/// A drain ends it at rest, and while it streams, which has no end of its own: whoever follows the WAL
/// connects again and goes on where it was. A base backup, which could not, is let finish.
class Relay {
 public:
  explicit Relay(SessionState& state) : state_(state) {}

  void feed_client(std::span<const std::byte>& input);
  void feed_server(std::span<const std::byte>& input);
  /// Ends the session if it is to end and can.
  void finish_if_due();

 private:
  enum class At : std::uint8_t { rest, work, stream };
  void on_header();

  SessionState& state_;
  At at_ = At::rest;
};

}  // namespace pgsegue::session

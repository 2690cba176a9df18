#pragma once

#include "proxy/session/session_state.hpp"
#include "proxy/wire/startup_packet.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::session {

/// The client's first packets, up to a decision where the session goes.
///
///   first packet --SSLRequest--> S: handshake, first packet again | N: first packet again
///                --GSSENCRequest--> N: first packet again        (each of the two once at most)
///                --CancelRequest--> routed, closed without a word
///                --start-up packet--> database and version chosen: accepted
///                --anything else--> FATAL
///
/// Source: ProcessStartupPacket in PostgreSQL's postmaster.c.
class StartUp {
 public:
  explicit StartUp(SessionState& state) : state_(state) {}

  /// Consumes at most one packet.
  void feed(std::span<const std::byte>& input);
  /// True once the start-up packet is accepted: the server connection (or our own authentication) is next.
  bool accepted() const { return accepted_; }

  void on_direct_tls();
  void on_tls_ready(TlsFacts facts);

  /// The parameters for the server's start-up packet, with our version setting, which the server reads after
  /// the client's `options`. They point into the packet and the session's state.
  std::vector<wire::StartupPacket::Parameter> server_parameters();
  /// Gives back the packet; server_parameters is not to be called again.
  void release() { packet_ = {}; }

 private:
  bool gather(std::span<const std::byte>& input);
  void handle(const wire::FirstPacket& packet, bool bytes_behind);
  void handle_ssl_request(bool bytes_behind);
  void handle_gssenc_request(bool bytes_behind);
  void handle_cancel(const wire::CancelRequest& request);
  void handle_start_up(const wire::StartupPacket& packet);
  bool admit(const wire::StartupPacket& packet);
  void negotiate(const wire::StartupPacket& packet);
  void read_parameters(const wire::StartupPacket& packet);
  void read_replication(std::string_view value);
  bool refuse_unrewritten();
  void route();
  void translate_search_path(std::vector<wire::StartupPacket::Parameter>& parameters);
  void refuse_plain_bytes();

  SessionState& state_;
  wire::Buffer packet_;
  std::string server_path_;     ///< search_path as sent on to the server
  std::string option_version_;  ///< pgsegue.version as the client set it
  bool ssl_asked_ = false;
  bool gss_asked_ = false;
  bool direct_tls_ = false;
  bool with_database_ = false;  ///< a replication connection that takes statements
  bool accepted_ = false;
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/session_state.hpp"
#include "proxy/session/start_up.hpp"

#include <span>
#include <string_view>

namespace pgsegue::session {

/// From the decision to connect up to the start-up packet sent to the server, with libpq's sslmode meanings.
///
///   connecting --on_connected--> (TLS wanted) server_greeting --S--> server_tls --> login
///                            |                       `--------N (prefer)----------> login
///                            `--(plain) -------------------------------------------> login
///
/// allow: plain first, and once more with TLS if the server refuses. prefer: TLS first, and once more plain
/// if the handshake fails or the server refuses. A second attempt is a second Connect. Over a unix socket
/// there is no TLS in any mode, and one attempt.
class ServerLogin {
 public:
  ServerLogin(SessionState& state, StartUp& start_up) : state_(state), start_up_(start_up) {}

  void connect();
  void on_connected(bool over_unix_socket);
  void on_connect_failed(std::string_view reason);
  /// The one byte that answers our SSLRequest.
  void feed_greeting(std::span<const std::byte>& input);
  void on_tls_ready(TlsFacts facts);
  void on_tls_failed(std::string_view reason);

  /// The server has refused the login before it asked for anything: true if a second attempt is under way.
  bool retry_after_refusal();
  /// No second attempt from here on: the client has taken part in the first.
  void settle() { second_attempt_allowed_ = false; }

 private:
  bool wants_tls() const;
  bool retry();
  void send_start_up();
  void fail(std::string_view reason, std::string_view hint = {});

  SessionState& state_;
  StartUp& start_up_;
  bool second_attempt_ = false;
  bool second_attempt_allowed_ = true;
};

}  // namespace pgsegue::session

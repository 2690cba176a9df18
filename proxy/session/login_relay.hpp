#pragma once

#include "proxy/session/server_login.hpp"
#include "proxy/session/session_parameters.hpp"
#include "proxy/session/session_state.hpp"
#include "proxy/wire/authentication.hpp"

#include <span>
#include <string_view>

namespace pgsegue::session {

class ClientAuth;

/// Between the start-up packet and the first ReadyForQuery: the server authenticates, the client answers.
///
///   asking --Authentication*--> answering --PasswordMessage--> asking
///   asking --AuthenticationOk--> preparing --ReadyForQuery--> session or relay
///   any --ErrorResponse--> closed (or a second attempt, see ServerLogin)
///
/// Messages pass as they are, but for the SCRAM mechanisms that cannot work across two connections, the
/// cancel key, and the second NegotiateProtocolVersion. With `auth: scram` the client is authenticated
/// already and ClientAuth answers in its place.
class LoginRelay {
 public:
  LoginRelay(SessionState& state, SessionParameters& parameters, ServerLogin& server_login,
             ClientAuth& client_auth)
      : state_(state), parameters_(parameters), server_login_(server_login), client_auth_(client_auth) {}

  void feed_client(std::span<const std::byte>& input);
  void feed_server(std::span<const std::byte>& input);
  /// True while the server waits for an answer that is the client's to give.
  bool expects_client() const { return expected_ != Expected::nothing; }
  void on_server_gone(std::string_view reason);

 private:
  enum class Expected : std::uint8_t { nothing, password, sasl_initial, sasl_response };

  void admit_answer_header();
  void admit_message_header();
  void handle_answer(std::span<const std::byte> frame);
  bool admit_answer(std::span<const std::byte> body);
  void handle_message(std::span<const std::byte> frame);
  void handle_authentication(std::span<const std::byte> frame);
  void relay_request(std::span<const std::byte> frame, const wire::Authentication& request);
  void relay_mechanisms(std::span<const std::byte> data);
  void handle_error(std::span<const std::byte> frame);
  void handle_key(std::span<const std::byte> body);
  void handle_ready(std::span<const std::byte> frame);
  void misbehaved(std::string_view what);

  SessionState& state_;
  SessionParameters& parameters_;
  ServerLogin& server_login_;
  ClientAuth& client_auth_;
  Expected expected_ = Expected::nothing;
  bool authenticated_ = false;
};

}  // namespace pgsegue::session

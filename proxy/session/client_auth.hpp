#pragma once

#include "proxy/session/scram_client.hpp"
#include "proxy/session/scram_server.hpp"
#include "proxy/session/server_login.hpp"
#include "proxy/session/session_state.hpp"
#include "proxy/wire/authentication.hpp"

#include <memory>
#include <span>

namespace pgsegue::session {

/// `auth: scram`: the client proves to pgsegue that it knows its password, and pgsegue logs in to the server
/// with the key that the proof contains. Only then is there a server connection.
///
///   verifier --on_verifier--> client_auth --SASLInitialResponse, SASLResponse--> connecting
///   login: the server's SASL messages are answered here; AuthenticationOk is the client's
///
/// A role that does not exist, or may not log in, goes through the same exchange and fails at its end.
class ClientAuth {
 public:
  ClientAuth(SessionState& state, ServerLogin& server_login) : state_(state), server_login_(server_login) {}

  void begin();
  void on_verifier(const VerifierResult& result);
  void feed(std::span<const std::byte>& input);

  /// The server asks for authentication.
  void answer_server(const wire::Authentication& request);
  /// The server says AuthenticationOk: false if it has not finished its exchange. All keys are forgotten.
  bool admit_server_ok();

 private:
  void offer(ScramVerifier verifier);
  void admit_header();
  void handle_answer(std::span<const std::byte> frame);
  void ask_client(wire::AuthenticationCode code, std::string_view data);
  void start_server_exchange(std::span<const std::byte> mechanisms);
  void continue_server_exchange(const ScramStep& step);
  void fail(const rules::SqlError& error);

  SessionState& state_;
  ServerLogin& server_login_;
  // Most sessions have none, and none needs them after the login.
  std::unique_ptr<ScramServer> towards_client_;
  std::unique_ptr<ScramClient> towards_server_;
};

}  // namespace pgsegue::session

#include "proxy/session/server_login.hpp"

#include <utility>

namespace pgsegue::session {

void ServerLogin::connect() {
  state_.server_is_tls = false;
  state_.server_reader = {};
  state_.phase = Phase::connecting;
  state_.out->add(Connect{});
}

bool ServerLogin::wants_tls() const {
  switch (state_.entry->server_tls) {
    case SslMode::disable:
      return false;
    case SslMode::allow:
      return second_attempt_;
    case SslMode::prefer:
      return !second_attempt_;
    case SslMode::require:
    case SslMode::verify_ca:
    case SslMode::verify_full:
      break;
  }
  return true;
}

void ServerLogin::on_connected(bool over_unix_socket) {
  if (state_.phase != Phase::connecting) return;
  if (over_unix_socket) settle();
  if (over_unix_socket || !wants_tls()) return send_start_up();
  state_.phase = Phase::server_greeting;
  state_.write(Side::server, [](wire::Buffer& to) { wire::encode_ssl_request(to); });
}

void ServerLogin::on_connect_failed(std::string_view reason) {
  fail(reason);
}

void ServerLogin::feed_greeting(std::span<const std::byte>& input) {
  const char answer = static_cast<char>(input.front());
  const bool alone = input.size() == 1;
  input = {};
  if (answer != 'S' && answer != 'N') {
    // Perhaps an ErrorResponse. Whoever wrote it has not been authenticated: its text is not for the client.
    return fail("the server did not answer the request for TLS");
  }
  if (!alone) {
    return state_.fatal("08P01",
                        "received unencrypted data from the server after its answer to the request for TLS");
  }
  if (answer == 'S') {
    state_.phase = Phase::server_tls;
    state_.out->add(StartTls{Side::server});
  } else if (state_.entry->server_tls == SslMode::prefer) {
    send_start_up();
  } else {
    fail("the server does not support TLS, but it is demanded",
         "Turn on ssl in the server's configuration, or set server_tls.mode of pgsegue to prefer.");
  }
}

void ServerLogin::on_tls_ready(TlsFacts facts) {
  if (state_.phase != Phase::server_tls) return;
  state_.server_is_tls = true;
  state_.server_tls_facts = std::move(facts);
  send_start_up();
}

void ServerLogin::on_tls_failed(std::string_view reason) {
  if (state_.entry->server_tls == SslMode::prefer && retry()) return;
  fail(reason);
}

bool ServerLogin::retry_after_refusal() {
  const SslMode mode = state_.entry->server_tls;
  return (mode == SslMode::allow || (mode == SslMode::prefer && state_.server_is_tls)) && retry();
}

bool ServerLogin::retry() {
  if (second_attempt_ || !second_attempt_allowed_) return false;
  second_attempt_ = true;
  connect();
  return true;
}

void ServerLogin::send_start_up() {
  state_.phase = Phase::login;
  const auto parameters = start_up_.server_parameters();
  state_.write(Side::server, [&](wire::Buffer& to) { wire::encode_startup_packet(to, parameters); });
}

void ServerLogin::fail(std::string_view reason, std::string_view hint) {
  const std::string message =
      "could not connect to the server of database \"" + state_.client.database + "\"";
  state_.fatal({.sqlstate = "08006", .message = message, .detail = reason, .hint = hint});
}

}  // namespace pgsegue::session

#include "proxy/net/session.hpp"
#include "proxy/net/tls_facts.hpp"

#include <utility>

namespace pgsegue::net {

Task<> Session::run_server(Pointer self) {
  while (!self->ended_ && !self->closing_ && std::exchange(self->connect_wanted_, false)) {
    const Generation& generation = *self->generation_;
    ConnectResult result = co_await connect_to_any(
        self->context_.executor, generation.servers_of(self->core_.route()), generation.config.limits);
    if (result.socket) {
      self->leg(Side::server).attach(self->context_.executor, std::move(result.socket));
      self->server_point_ = std::move(result.point);
      const bool unix_socket = self->server_point_.is_unix_socket();
      self->step([&](Actions& out) { self->core_.on_connected(unix_socket, out); });
      co_await pump(self, Side::server);
    } else {
      self->step([&](Actions& out) { self->core_.on_connect_failed(result.failure, out); });
    }
  }
  self->server_running_ = false;
}

Task<> Session::shake_hands(Pointer self, Side side) {
  Leg& at = self->leg(side);
  while (self->is_pumping(at) && !at.outbox.empty())
    co_await at.wake.wait();
  if (!self->is_pumping(at)) co_return;
  if (!at.held.empty()) {
    self->step([&](Actions& out) {
      self->core_.on_tls_failed(side, "unencrypted bytes arrived before the TLS handshake", out);
    });
    co_return;
  }
  at.phase = Leg::Phase::handshaking;
  self->start_tls(at);
  const std::uint32_t incarnation = at.incarnation;
  const Deadline deadline(self->context_.executor, self->handshake_limit(side),
                          [&at] { at.stream->cancel_waits(); });
  const IoStatus status = co_await at.stream->handshake();
  if (self->ended_ || at.incarnation != incarnation) co_return;
  if (status == IoStatus::done) {
    at.phase = Leg::Phase::secure;
    at.readable = true;
    self->step(
        [&](Actions& out) { self->core_.on_tls_ready(side, tls_facts(at.stream->tls()->ssl(), side), out); });
  } else {
    const std::string reason = deadline.expired() ? "the TLS handshake timed out" : at.stream->failure();
    self->step([&](Actions& out) { self->core_.on_tls_failed(side, reason, out); });
  }
}

void Session::start_tls(Leg& at) {
  if (at.side == Side::client) {
    at.stream->start_tls(generation_->client_tls);
  } else {
    at.stream->start_tls(generation_->server_tls, server_identity());
  }
}

std::chrono::milliseconds Session::handshake_limit(Side side) const {
  const config::Limits& limits = generation_->config.limits;
  return side == Side::client ? limits.login_timeout : limits.connect_timeout;
}

ServerIdentity Session::server_identity() const {
  return {server_point_.address.host, core_.route().server_tls == session::SslMode::verify_full};
}

}  // namespace pgsegue::net

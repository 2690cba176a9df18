#include "proxy/net/session.hpp"

#include "proxy/net/tcp_options.hpp"
#include "proxy/session/scram_crypto.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <algorithm>
#include <cstring>
#include <sys/ioctl.h>
#include <utility>

namespace pgsegue::net {
namespace {

/// How long a peer may take to accept the last bytes before a close.
constexpr std::chrono::seconds closing_patience(5);

session::SessionSettings settings(const Generation& generation, const Accepted& accepted) {
  session::SessionSettings result;
  result.listener_version = generation.version_of_listener(accepted.listener);
  result.listener_is_unix_socket = accepted.is_unix_socket;
  result.client_tls = generation.config.client_tls.mode;
  result.max_statement_bytes = generation.config.limits.max_statement_bytes;
  return result;
}

/// Zero if the generator fails: the session cannot be cancelled then.
std::uint32_t random_secret() {
  std::uint32_t secret = 0;
  std::array<std::uint8_t, sizeof(secret)> bytes{};
  if (session::fill_random(bytes)) std::memcpy(&secret, bytes.data(), sizeof(secret));
  return secret;
}

/// Closing a TCP socket with unread bytes resets the connection, and the peer may lose what it was sent last.
void discard_unread(Stream& stream, std::span<std::byte> scratch) {
  int unread = 0;
  for (int i = 0; i < 64 && ::ioctl(stream.fd(), FIONREAD, &unread) == 0 && unread > 0; ++i)
    if (::recv(stream.fd(), scratch.data(), scratch.size(), MSG_DONTWAIT) <= 0) return;
}

}  // namespace

Session::Session(WorkerContext& context, std::shared_ptr<const Generation> generation, Accepted accepted)
    : context_(context),
      generation_(std::move(generation)),
      record_{++context.process.last_session_id, std::move(accepted.client_address)},
      core_(settings(*generation_, accepted), generation_->databases, context.rewriter, random_secret()),
      legs_{Leg(Side::client, context.executor, context.buffers),
            Leg(Side::server, context.executor, context.buffers)},
      login_counted_(!accepted.is_unix_socket) {
  if (!accepted.is_unix_socket) set_tcp_options(accepted.fd.get(), generation_->config.limits);
  leg(Side::client).attach(context.executor, std::move(accepted.fd));
}

void Session::start() {
  const Pointer self = shared_from_this();
  context_.sessions.emplace(record_.id, self);
  deadline_ = std::make_unique<Deadline>(context_.executor, generation_->config.limits.login_timeout, [this] {
    step([this](Actions& out) { core_.on_login_timeout(out); });
  });
  if (!admit()) return finish();
  asio::co_spawn(context_.executor, run_client(self), asio::detached);
}

// As many again may wait to be told why, or bring a cancel request. A flood is not even read.
bool Session::admit() {
  const config::Limits& limits = generation_->config.limits;
  const std::size_t connections = context_.process.connections.fetch_add(1) + 1;
  const std::size_t logins = login_counted_ ? context_.process.logins.begin(record_.client_address) : 0;
  std::string_view refusal;
  if (logins > limits.logins_per_address())
    refusal = "Too many connections from this address wait for their login (limits: max_logins_per_address).";
  if (connections > limits.max_connections)
    refusal = "The limit of connections to pgsegue is reached (limits: max_connections).";
  if (!refusal.empty()) step([&, this](Actions& out) { core_.refuse_too_many(refusal, out); });
  return connections <= 2 * limits.max_connections && logins <= 2 * limits.logins_per_address();
}

void Session::end_login() {
  if (std::exchange(login_counted_, false)) context_.process.logins.end(record_.client_address);
}

void Session::on_configuration() {
  step([this](Actions& out) { core_.on_configuration(out); });
}

void Session::begin_drain() {
  step([this](Actions& out) { core_.begin_drain(out); });
}

void Session::terminate(std::string_view sqlstate, std::string_view message) {
  step([&, this](Actions& out) { core_.terminate(sqlstate, message, out); });
}

void Session::report_broken_legs() {
  for (Leg& broken : legs_) {
    if (!broken.broken || std::exchange(broken.broken_reported, true) || closing_) continue;
    broken.outbox.clear();
    context_.actions.clear();
    core_.on_broken(broken.side, broken.stream->failure(), context_.actions);
    carry_out(context_.actions);
    return report_broken_legs();
  }
}

void Session::settle() {
  if (!login_logged_ && core_.logged_in()) after_login();
  if (core_.refusals() != refusals_logged_) {
    refusals_logged_ = core_.refusals();
    const bool with_text = generation_->config.logging.statements;
    log_refusal(record_, core_.last_refusal(),
                with_text ? core_.last_refused_statement() : std::string_view());
  }
  if (core_.passes() != passes_logged_) {
    passes_logged_ = core_.passes();
    const bool with_text = generation_->config.logging.statements;
    log_pass(record_, core_.last_passed(), with_text ? core_.last_passed_statement() : std::string_view());
  }
  if (closing_) return close_when_flushed();
  for (Leg& each : legs_) {
    if (each.end_wanted && each.may_send() && each.outbox.empty()) {
      each.end_wanted = false;
      each.stream->transport().end_sending();
    }
    if (each.wake.has_sleeper() && can_proceed(each)) each.wake.notify();
  }
}

void Session::after_login() {
  login_logged_ = true;
  deadline_.reset();
  end_login();
  // Who watched the client while it had to wait for the login.
  if (leg(Side::client).watched) leg(Side::client).stream->cancel_waits();
  TlsTransport* tls = leg(Side::client).stream->tls();
  log_session_start(record_, core_.client_startup(), core_.route(),
                    tls ? tls->version() : std::string_view());
}

void Session::close_when_flushed() {
  const bool flushed = std::all_of(legs_.begin(), legs_.end(),
                                   [](const Leg& each) { return each.outbox.empty() || !each.may_send(); });
  if (flushed && !cancel_routing_ && cancels_open_ == 0) return finish();
  if (!closing_deadline_set_) {
    closing_deadline_set_ = true;
    deadline_ = std::make_unique<Deadline>(context_.executor, closing_patience, [this] { finish(); });
  }
}

void Session::finish() {
  const Pointer self = shared_from_this();
  if (std::exchange(ended_, true)) return;
  for (const Leg& each : legs_)
    send_put_aside(each);
  deadline_.reset();
  if (key_registered_) context_.process.cancel_keys.remove(core_.client_key());
  log_session_end(record_, core_, {leg(Side::client).received, leg(Side::client).outbox.total_sent()});
  BufferPool::Buffer scratch = context_.buffers.take();
  for (Leg& each : legs_) {
    if (each.may_send()) each.stream->transport().end_sending();
    if (each.may_receive()) discard_unread(*each.stream, *scratch);
    each.detach();
    each.wake.notify();
  }
  end_login();
  context_.process.connections.fetch_sub(1);
  context_.load.fetch_sub(1);
  context_.sessions.erase(record_.id);
}

// What is left after this may be destroyed when thread and loop are gone.
void Session::abandon() {
  for (Leg& each : legs_) {
    each.wake.drop();
    each.buffer.reset();
    each.stream.reset();
  }
  deadline_.reset();
}

}  // namespace pgsegue::net

#include "proxy/net/session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <spdlog/spdlog.h>

#include <utility>
#include <variant>

namespace pgsegue::net {

void Session::carry_out(const Actions& actions) {
  for (const session::Action& action : actions)
    std::visit([this](const auto& kind) { perform(kind); }, action);
  send_gathered(Side::server);
  send_gathered(Side::client);
}

void Session::perform(const session::Send& action) {
  context_.gathered[static_cast<std::size_t>(action.to)].push_back(
      {const_cast<std::byte*>(action.bytes.data()), action.bytes.size()});
}

void Session::perform(const session::StartTls& action) {
  send_now(action.side);
  leg(action.side).phase = Leg::Phase::tls_wanted;
}

void Session::perform(const session::Connect&) {
  send_now(Side::server);
  leg(Side::server).detach();
  connect_wanted_ = true;
  if (std::exchange(server_running_, true)) return;
  asio::co_spawn(context_.executor, run_server(shared_from_this()), asio::detached);
}

void Session::perform(const session::LookUpVerifier&) {
  auto answer = [weak = weak_from_this(),
                 executor = context_.executor](const session::VerifierResult& result) {
    asio::post(executor, [weak, result] {
      if (const Pointer self = weak.lock())
        self->step([&](Actions& out) { self->core_.on_verifier(result, out); });
    });
  };
  context_.control.look_up_verifier(core_.route().name, core_.client_startup().user, answer);
}

void Session::perform(const session::RefreshSnapshot&) {
  const std::uint64_t number = ++refreshes_;
  const auto settle = [weak = weak_from_this(), number](bool is_read) {
    if (const Pointer self = weak.lock()) self->refreshed(number, is_read);
  };
  auto answer = [settle, executor = context_.executor](bool is_read) {
    asio::post(executor, [settle, is_read] { settle(is_read); });
  };
  refresh_deadline_ = std::make_unique<Deadline>(
      context_.executor, generation_->config.limits.connect_timeout, [settle] { settle(false); });
  context_.control.request_refresh(core_.route().name, answer);
}

/// What comes behind the deadline still says that the catalog has been read.
void Session::refreshed(std::uint64_t number, bool is_read) {
  if (number != refreshes_) return;
  refresh_deadline_.reset();
  step([&](Actions& out) { core_.on_snapshot(is_read, out); });
}

void Session::perform(const session::RouteCancel&) {
  const auto now = CancelLimiter::Clock::now();
  CancelLimiter& limiter = context_.process.cancel_limiter;
  const auto verdict =
      limiter.ask(record_.client_address, generation_->config.limits.cancels_per_second, now);
  if (verdict == CancelLimiter::Verdict::refuse_and_log)
    spdlog::warn("cancel requests from {} are ignored for a second: too many wrong keys",
                 record_.client_address);
  if (verdict != CancelLimiter::Verdict::allow) return;
  const std::shared_ptr<CancelTarget> target = context_.process.cancel_keys.find(core_.cancel_key());
  if (!target) return limiter.count_wrong(record_.client_address, now);
  cancel_routing_ = true;
  target->request_cancel([self = shared_from_this()] {
    asio::post(self->context_.executor, [self] { self->cancel_routed(); });
  });
}

void Session::perform(const session::RegisterCancelKey&) {
  // Zero is anybody's guess; see random_secret.
  if (core_.client_key().secret == 0 || std::exchange(key_registered_, true)) return;
  context_.process.cancel_keys.add(core_.client_key(), weak_from_this());
}

void Session::perform(const session::CancelBackend&) {
  if (leg(Side::server).stream) start_cancel(nullptr);
}

void Session::perform(const session::Close&) {
  send_now(Side::server);
  send_now(Side::client);
  closing_ = true;
}

void Session::perform(const session::ShutdownSend& action) {
  send_now(action.side);
  leg(action.side).end_wanted = true;
}

void Session::send_gathered(Side side) {
  std::vector<iovec>& pieces = context_.gathered[static_cast<std::size_t>(side)];
  Leg& to = leg(side);
  if (!pieces.empty() && to.may_send() && !put_aside(to, pieces))
    after_write(to, to.outbox.write(to.stream->transport(), pieces));
  pieces.clear();
}

void Session::send_now(Side side) {
  send_gathered(side);
  send_put_aside(leg(side));
}

// Who has much to send lets those go first who have little.
bool Session::put_aside(Leg& to, std::span<const iovec> pieces) {
  send_put_aside(to);
  if (to.phase != Leg::Phase::clear || !to.outbox.empty()) return false;
  to.put_aside = context_.sends.put_aside(*this, static_cast<unsigned>(to.side), to.stream->fd(), pieces);
  if (!to.put_aside) context_.sends.flush();
  return to.put_aside;
}

void Session::send_put_aside(const Leg& to) {
  if (to.put_aside) context_.sends.flush();
}

void Session::after_batch(unsigned mark, std::span<const std::byte> bytes, std::size_t taken) {
  Leg& to = legs_[mark];
  to.put_aside = false;
  to.outbox.count_sent(taken);
  if (taken == bytes.size() || !to.may_send()) return;
  iovec rest{const_cast<std::byte*>(bytes.data()) + taken, bytes.size() - taken};
  after_write(to, to.outbox.write(to.stream->transport(), {&rest, 1}));
  // This may be in the middle of another session's step.
  if (to.broken) asio::post(context_.executor, [self = shared_from_this()] { self->step([](Actions&) {}); });
}

void Session::after_write(Leg& to, Outbox::Outcome outcome) {
  if (outcome == Outbox::Outcome::failed) {
    to.outbox.clear();
    to.broken = true;
  } else if (outcome == Outbox::Outcome::kept && !std::exchange(to.flushing, true)) {
    asio::co_spawn(context_.executor, flush(shared_from_this(), to.side), asio::detached);
  }
}

}  // namespace pgsegue::net

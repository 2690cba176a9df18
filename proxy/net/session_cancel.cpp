#include "proxy/net/session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <spdlog/spdlog.h>

#include <utility>

namespace pgsegue::net {

void Session::request_cancel(std::function<void()> done) {
  asio::post(context_.executor, [self = shared_from_this(), done = std::move(done)]() mutable {
    self->cancel_if_in_flight(std::move(done));
  });
}

void Session::cancel_if_in_flight(std::function<void()> done) {
  if (ended_ || closing_ || !core_.in_flight() || !leg(Side::server).stream) return done();
  start_cancel(std::move(done));
}

// Until the server has sent the signal, a next query would be the one that it hits.
void Session::start_cancel(std::function<void()> done) {
  ++cancels_open_;
  asio::co_spawn(context_.executor, run_cancel(shared_from_this(), std::move(done)), asio::detached);
}

Task<> Session::run_cancel(Pointer self, std::function<void()> done) {
  const CancelRoute route = self->cancel_route();
  const std::string failure = co_await forward_cancel(self->context_.executor, route);
  --self->cancels_open_;
  if (!failure.empty()) spdlog::warn("session {}: cancelling failed: {}", self->record_.id, failure);
  if (done) done();
  self->step([](Actions&) {});
}

CancelRoute Session::cancel_route() {
  const bool encrypted = leg(Side::server).phase == Leg::Phase::secure;
  return {server_point_, encrypted ? generation_->server_tls : nullptr, server_identity(), core_.server_key(),
          generation_->config.limits};
}

void Session::cancel_routed() {
  cancel_routing_ = false;
  step([](Actions&) {});
}

}  // namespace pgsegue::net

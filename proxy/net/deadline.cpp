#include "proxy/net/deadline.hpp"

#include <utility>

namespace pgsegue::net {

Deadline::Deadline(const Executor& executor, std::chrono::milliseconds after, std::function<void()> on_expiry)
    : state_(std::make_shared<State>(State{Timer(executor, after), std::move(on_expiry)})) {
  state_->timer.async_wait([state = state_](const error_code& error) {
    // An expiry already under way when the deadline was given up finds no function any more.
    if (error || !state->on_expiry) return;
    state->expired = true;
    std::exchange(state->on_expiry, nullptr)();
  });
}

Deadline::~Deadline() {
  state_->on_expiry = nullptr;
  state_->timer.cancel();
}

}  // namespace pgsegue::net

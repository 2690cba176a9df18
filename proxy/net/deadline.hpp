#pragma once

#include "proxy/net/asio.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace pgsegue::net {

/// Calls `on_expiry` once, on the executor's thread, unless it is destroyed before.
class Deadline {
 public:
  Deadline(const Executor& executor, std::chrono::milliseconds after, std::function<void()> on_expiry);
  ~Deadline();
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  bool expired() const { return state_->expired; }

 private:
  struct State {
    Timer timer;
    std::function<void()> on_expiry;
    bool expired = false;
  };
  std::shared_ptr<State> state_;
};

}  // namespace pgsegue::net

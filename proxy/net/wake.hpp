#pragma once

#include "proxy/net/asio.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace pgsegue::net {

/// Lets one coroutine sleep until someone on the same thread has something for it. A notification without a
/// sleeper is lost: the sleeper checks its condition before it waits.
class Wake {
 public:
  explicit Wake(Executor executor) : executor_(std::move(executor)) {}

  Task<> wait() {
    return asio::async_initiate<const asio::use_awaitable_t<Executor>&, void()>(
        Initiate{this}, asio::use_awaitable_t<Executor>{});
  }
  void notify() {
    if (sleeper_) asio::post(executor_, std::exchange(sleeper_, {}));
  }
  bool has_sleeper() const { return static_cast<bool>(sleeper_); }
  /// Destroys the sleeping coroutine.
  void drop() { sleeper_ = {}; }

 private:
  using Sleeper = asio::any_completion_handler<void()>;
  struct Initiate {
    Wake* wake;
    template <class Handler>
    void operator()(Handler handler) const {
      wake->sleeper_ = Sleeper(std::move(handler));
    }
  };

  Executor executor_;
  Sleeper sleeper_;
};

}  // namespace pgsegue::net

#pragma once

#include "proxy/net/asio.hpp"
#include "proxy/net/poller.hpp"
#include "proxy/net/waiter.hpp"

#include <array>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace pgsegue::net {

/// Waits until a descriptor is readable or writable: what `Socket::async_wait` does, without its epoll_ctl at
/// every wait and on the shortest way (Poller). The epoll set reports a descriptor when something has changed
/// since the last report: a wait may end without anything to do, and whoever has been told must read or write
/// until the call would block, or know from a short read that it would (see end_reported), before the next
/// wait.
///
/// Completion tokens get (error_code): operation_aborted after `cancel` or the end of this. Not thread-safe.
class Readiness {
  enum Kind : std::uint8_t { read, write, hang_up };

  struct Start {
    Readiness* readiness;
    Kind kind;
    template <class Handler>
    void operator()(Handler&& handler) const {
      readiness->start(kind, HandlerWaiter<std::decay_t<Handler>>::make(std::forward<Handler>(handler)));
    }
  };

  static auto wait(Start start) {
    return asio::async_initiate<decltype(as_result), void(error_code)>(start, as_result);
  }

 public:
  /// The descriptor belongs to someone else, who closes it after `close`. If it cannot be watched, every wait
  /// fails.
  Readiness(const Executor& executor, int fd);
  ~Readiness() { close(); }
  Readiness(const Readiness&) = delete;
  Readiness& operator=(const Readiness&) = delete;

  auto readable() { return wait(Start{this, read}); }
  auto writable() { return wait(Start{this, write}); }
  /// Until the connection is gone in both directions.
  auto gone() { return wait(Start{this, hang_up}); }
  /// True once something else than bytes has come: the end of the stream, an error, urgent data. It may have
  /// been reported together with bytes, so a short read does not say any more that nothing is left.
  bool end_reported() const { return end_reported_; }
  /// Ends all waits with operation_aborted.
  void cancel();
  /// Ends the waits; later ones fail at once.
  void close();

 private:
  friend class Poller;

  void start(Kind kind, Waiter* waiter);
  void on_events(std::uint32_t events);
  void drop_waits();

  Poller& poller_;
  Executor executor_;
  Readiness* next_ = nullptr;  ///< in the Poller's list
  Readiness* previous_ = nullptr;
  std::array<WaiterList, 3> waiting_;
  std::array<bool, 3> ready_{true, true, false};  ///< reported while nobody waited
  int fd_;
  bool watched_;
  bool watches_writing_ = false;
  bool end_reported_ = false;
};

}  // namespace pgsegue::net

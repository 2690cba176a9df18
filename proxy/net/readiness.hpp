#pragma once

#include "proxy/net/asio.hpp"
#include "proxy/net/ready_op.hpp"

#include <array>
#include <utility>

namespace pgsegue::net {

/// Waits until a descriptor is readable or writable: what `Socket::async_wait` does, on the same epoll set of
/// the io_context, without its epoll_ctl at every wait. The set reports a descriptor when something has
/// changed since the last report: a wait may end without anything to do, and whoever has been told must read
/// or write until the call would block, or know from a short read that it would, before the next wait.
///
/// Completion tokens get (error_code): operation_aborted after `cancel` or the end of this. Not thread-safe.
class Readiness {
  using Reactor = asio::detail::epoll_reactor;

  struct Start {
    Readiness* readiness;
    int kind;
    bool may_be_ready;
    template <class Handler>
    void operator()(Handler&& handler) const {
      readiness->start(kind, may_be_ready, std::forward<Handler>(handler));
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

  auto readable() { return wait(Start{this, Reactor::read_op, true}); }
  auto writable() { return wait(Start{this, Reactor::write_op, true}); }
  /// Until the connection is gone in both directions.
  auto gone() { return wait(Start{this, Reactor::except_op, false}); }
  /// Ends all waits with operation_aborted.
  void cancel();
  /// Ends the waits for something to read, likewise.
  void cancel_reads();
  /// Ends the waits; later ones fail at once.
  void close();

 private:
  template <class Handler>
  void start(int kind, bool may_be_ready, Handler&& handler) {
    const bool continues = boost_asio_handler_cont_helpers::is_continuation(handler);
    auto* op = make_ready_op(executor_, ++waiting_[kind], std::forward<Handler>(handler));
    reactor_.start_op(kind, fd_, data_, op, continues, may_be_ready);
  }

  Executor executor_;
  Reactor& reactor_;
  int fd_;
  Reactor::per_descriptor_data data_{};
  std::array<unsigned, Reactor::max_ops> waiting_{};
};

}  // namespace pgsegue::net

#pragma once

#include "proxy/net/asio.hpp"
#include "proxy/net/unique_fd.hpp"

#include <boost/asio/detail/epoll_reactor.hpp>
#include <boost/asio/detail/scheduler.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <sys/epoll.h>

namespace pgsegue::net {

class Readiness;

/// The waits of an io_context's thread: one epoll set with the descriptors of all Readiness objects, which
/// are told at once, and Asio's own set, for everything else that Asio does. It stands in Asio's scheduler in
/// the place of the reactor. Exists once per io_context, as its service; used on the thread that runs it.
class Poller final : public asio::detail::execution_context_service_base<Poller>,
                     public asio::detail::scheduler_task {
 public:
  explicit Poller(asio::execution_context& context);
  ~Poller() override = default;

  /// Is called each time when everything that was ready has been done and more is going to be asked for.
  void before_wait(std::function<void()> call) { before_wait_ = std::move(call); }

 private:
  friend class Readiness;
  using Reactor = asio::detail::epoll_reactor;
  using Scheduler = asio::detail::scheduler;

  void shutdown() override;
  void run(long microseconds, asio::detail::op_queue<asio::detail::scheduler_operation>& ready) override;
  void interrupt() override { reactor_.interrupt(); }

  /// False if it cannot be watched.
  bool add(Readiness& readiness, std::uint32_t events);
  void change(Readiness& readiness, std::uint32_t events);
  void remove(Readiness& readiness);

  Scheduler& scheduler_;
  Reactor& reactor_;
  UniqueFd fd_;
  std::function<void()> before_wait_;
  Readiness* first_ = nullptr;  ///< of all
  /// What epoll has reported last; those before `current_` have been told.
  std::array<epoll_event, 128> events_;
  int current_ = 0;
  int count_ = 0;
};

}  // namespace pgsegue::net

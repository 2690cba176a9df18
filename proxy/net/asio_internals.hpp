#pragma once

#include "proxy/net/asio.hpp"

#include <boost/asio/detail/epoll_reactor.hpp>
#include <boost/asio/detail/scheduler.hpp>
#include <boost/version.hpp>

// What stands here is no public interface of Asio's: look again when Debian's Boost changes. Sources:
// boost/asio/detail/impl/scheduler.ipp (do_run_one) and epoll_reactor.ipp (run).
static_assert(BOOST_VERSION / 100 == 1081, "asio_internals.hpp is written for the Asio of Boost 1.81");

namespace pgsegue::net::asio_internals {

using Scheduler = asio::detail::scheduler;
using Reactor = asio::detail::epoll_reactor;

/// What the scheduler runs when it has nothing else to do: the reactor.
asio::detail::scheduler_task*& task_of(Scheduler& scheduler);
/// The reactor's epoll set.
int epoll_fd_of(const Reactor& reactor);

// An explicit instantiation may name private members.
template <auto Task, auto EpollFd>
struct Access {
  friend asio::detail::scheduler_task*& task_of(Scheduler& scheduler) { return scheduler.*Task; }
  friend int epoll_fd_of(const Reactor& reactor) { return reactor.*EpollFd; }
};
template struct Access<&Scheduler::task_, &Reactor::epoll_fd_>;

}  // namespace pgsegue::net::asio_internals

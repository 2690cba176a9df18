#include "proxy/net/poller.hpp"

#include "proxy/net/asio_internals.hpp"
#include "proxy/net/readiness.hpp"

#include <algorithm>
#include <system_error>

namespace pgsegue::net {
namespace {

/// epoll counts in milliseconds; never less than asked for.
int timeout_of(long microseconds) {
  return microseconds <= 0 ? static_cast<int>(microseconds) : static_cast<int>((microseconds + 999) / 1000);
}

UniqueFd make_set() {
  UniqueFd fd(::epoll_create1(EPOLL_CLOEXEC));
  if (!fd) throw std::system_error(errno, std::generic_category(), "epoll");
  return fd;
}

}  // namespace

Poller::Poller(asio::execution_context& context)
    : asio::detail::execution_context_service_base<Poller>(context),
      scheduler_(asio::use_service<Scheduler>(context)),
      reactor_(asio::use_service<Reactor>(context)),
      fd_(make_set()) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.ptr = this;
  if (::epoll_ctl(fd_.get(), EPOLL_CTL_ADD, asio_internals::epoll_fd_of(reactor_), &event) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll");
  reactor_.init_task();
  asio_internals::task_of(scheduler_) = this;
}

// Whoever waits is destroyed, and with it what it holds, perhaps the Readiness itself.
void Poller::shutdown() {
  before_wait_ = nullptr;
  while (first_ != nullptr) {
    Readiness* const readiness = first_;
    remove(*readiness);
    readiness->drop_waits();
  }
}

void Poller::run(long microseconds, asio::detail::op_queue<asio::detail::scheduler_operation>& ready) {
  if (before_wait_) before_wait_();
  // What that has posted stands in `ready`.
  const int timeout = ready.empty() ? timeout_of(microseconds) : 0;
  count_ = ::epoll_wait(fd_.get(), events_.data(), static_cast<int>(events_.size()), timeout);
  bool asio_is_ready = false;
  for (current_ = 0; current_ < count_; ++current_) {
    const epoll_event& event = events_[static_cast<std::size_t>(current_)];
    if (event.data.ptr == this) {
      asio_is_ready = true;
    } else if (event.data.ptr != nullptr) {
      static_cast<Readiness*>(event.data.ptr)->on_events(event.events);
    }
  }
  count_ = 0;
  if (asio_is_ready) reactor_.run(0, ready);
}

bool Poller::add(Readiness& readiness, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.ptr = &readiness;
  if (::epoll_ctl(fd_.get(), EPOLL_CTL_ADD, readiness.fd_, &event) != 0) return false;
  readiness.next_ = first_;
  if (first_ != nullptr) first_->previous_ = &readiness;
  first_ = &readiness;
  return true;
}

void Poller::change(Readiness& readiness, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.ptr = &readiness;
  ::epoll_ctl(fd_.get(), EPOLL_CTL_MOD, readiness.fd_, &event);
}

void Poller::remove(Readiness& readiness) {
  epoll_event event{};
  ::epoll_ctl(fd_.get(), EPOLL_CTL_DEL, readiness.fd_, &event);
  // It may go while what was reported together with it is being told.
  for (int i = current_; i < count_; ++i) {
    epoll_event& reported = events_[static_cast<std::size_t>(i)];
    if (reported.data.ptr == &readiness) reported.data.ptr = nullptr;
  }
  (readiness.previous_ != nullptr ? readiness.previous_->next_ : first_) = readiness.next_;
  if (readiness.next_ != nullptr) readiness.next_->previous_ = readiness.previous_;
  readiness.next_ = readiness.previous_ = nullptr;
}

}  // namespace pgsegue::net

#include "proxy/net/readiness.hpp"

#include <utility>

namespace pgsegue::net {
namespace {

constexpr std::uint32_t broken = EPOLLERR | EPOLLHUP;
constexpr std::uint32_t not_bytes = EPOLLRDHUP | EPOLLPRI | broken;
constexpr std::array<std::uint32_t, 3> events_of_kind{EPOLLIN | not_bytes, EPOLLOUT | broken, broken};
constexpr std::uint32_t always = EPOLLIN | EPOLLRDHUP | EPOLLPRI | EPOLLET;

}  // namespace

// A new descriptor counts as ready: nobody has looked yet.
Readiness::Readiness(const Executor& executor, int fd)
    : poller_(asio::use_service<Poller>(executor.context())),
      executor_(executor),
      fd_(fd),
      watched_(poller_.add(*this, always)) {}

void Readiness::start(Kind kind, Waiter* waiter) {
  if (!watched_) return waiter->tell_later(executor_, asio::error::bad_descriptor);
  if (ready_[kind]) {
    ready_[kind] = kind == hang_up;
    return waiter->tell_later(executor_, error_code());
  }
  poller_.scheduler_.work_started();
  waiting_[kind].push(waiter);
  if (kind == write && !std::exchange(watches_writing_, true)) poller_.change(*this, always | EPOLLOUT);
}

// The first one who is told may destroy this.
void Readiness::on_events(std::uint32_t events) {
  end_reported_ = end_reported_ || (events & not_bytes) != 0;
  WaiterList to_tell;
  for (std::size_t kind = 0; kind < waiting_.size(); ++kind) {
    if ((events & events_of_kind[kind]) == 0) continue;
    ready_[kind] = waiting_[kind].empty() || kind == hang_up;
    to_tell.take_all(waiting_[kind]);
  }
  Poller::Scheduler& scheduler = poller_.scheduler_;
  while (!to_tell.empty()) {
    to_tell.pop()->tell(error_code());
    scheduler.work_finished();
  }
}

void Readiness::cancel() {
  for (WaiterList& waiting : waiting_) {
    while (!waiting.empty()) {
      waiting.pop()->tell_later(executor_, asio::error::operation_aborted);
      poller_.scheduler_.work_finished();
    }
  }
}

void Readiness::close() {
  cancel();
  if (std::exchange(watched_, false)) poller_.remove(*this);
}

// Called by the Poller, which has forgotten this.
void Readiness::drop_waits() {
  watched_ = false;
  WaiterList to_drop;
  for (WaiterList& waiting : waiting_)
    to_drop.take_all(waiting);
  while (!to_drop.empty())
    to_drop.pop()->drop();
}

}  // namespace pgsegue::net

#pragma once

#include "proxy/net/asio.hpp"

#include <boost/asio/detail/bind_handler.hpp>
#include <boost/asio/detail/epoll_reactor.hpp>
#include <boost/asio/detail/fenced_block.hpp>
#include <boost/asio/detail/handler_alloc_helpers.hpp>
#include <boost/asio/detail/handler_work.hpp>
#include <boost/asio/detail/reactor_op.hpp>
#include <boost/version.hpp>

#include <new>
#include <type_traits>
#include <utility>

// Asio's own operations are no public interface: look again when Debian's Boost changes.
static_assert(BOOST_VERSION / 100 == 1081, "ready_op.hpp is written for the Asio of Boost 1.81");

namespace pgsegue::net {

/// An operation of Asio's reactor that has nothing to do but to complete. Unlike Asio's own wait it says that
/// readiness is used up by that, so that the next one waits for the next change instead of asking epoll
/// to report what it has reported. Source: boost/asio/detail/reactive_wait_op.hpp, epoll_reactor.ipp.
template <class Handler>
class ReadyOp final : public asio::detail::reactor_op {
 public:
  BOOST_ASIO_DEFINE_HANDLER_PTR(ReadyOp);

  ReadyOp(Handler& handler, const Executor& executor, unsigned& waiting)
      : reactor_op(error_code(), &ReadyOp::do_perform, &ReadyOp::do_complete),
        handler_(std::move(handler)),
        work_(handler_, executor),
        waiting_(waiting) {}

 private:
  // Everyone who waits is told; the reactor goes on to the next one only while readiness is not used up.
  static status do_perform(reactor_op* base) {
    return --static_cast<ReadyOp*>(base)->waiting_ == 0 ? done_and_exhausted : done;
  }

  // `owner` is null when the io_context is destroyed: then nobody is told.
  static void do_complete(void* owner, asio::detail::operation* base, const error_code&, std::size_t) {
    auto* op = static_cast<ReadyOp*>(base);
    ptr memory = {std::addressof(op->handler_), op, op};
    auto work = std::move(op->work_);
    // The memory of the operation is given back first: whoever is told may start the next one in it.
    asio::detail::binder1<Handler, error_code> handler(op->handler_, op->ec_);
    memory.h = std::addressof(handler.handler_);
    memory.reset();
    if (owner != nullptr) {
      asio::detail::fenced_block fence(asio::detail::fenced_block::half);
      work.complete(handler, handler.handler_);
    }
  }

  Handler handler_;
  asio::detail::handler_work<Handler, Executor> work_;
  unsigned& waiting_;
};

/// `waiting` counts the operations of this kind that wait on the descriptor, this one included.
template <class Handler>
ReadyOp<std::decay_t<Handler>>* make_ready_op(const Executor& executor, unsigned& waiting,
                                              Handler&& handler) {
  using Op = ReadyOp<std::decay_t<Handler>>;
  typename Op::ptr memory = {std::addressof(handler), Op::ptr::allocate(handler), nullptr};
  memory.p = ::new (memory.v) Op(handler, executor, waiting);
  auto* op = memory.p;
  memory.v = memory.p = nullptr;
  return op;
}

}  // namespace pgsegue::net

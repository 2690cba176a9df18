#pragma once

#include "proxy/net/asio.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/recycling_allocator.hpp>

#include <memory>
#include <type_traits>
#include <utility>

namespace pgsegue::net {

/// One who waits for a descriptor. Owns itself: each of these calls is the last.
class Waiter {
 public:
  virtual ~Waiter() = default;
  virtual void tell(const error_code& error) = 0;
  virtual void tell_later(const Executor& executor, const error_code& error) = 0;
  virtual void drop() = 0;

  Waiter* next = nullptr;
};

template <class Handler>
class HandlerWaiter final : public Waiter {
 public:
  static Waiter* make(Handler handler) {
    HandlerWaiter* memory = Allocator().allocate(1);
    return new (memory) HandlerWaiter(std::move(handler));
  }

  // The memory is given back first: whoever is told may start the next wait in it.
  void tell(const error_code& error) override { take()(error); }
  void tell_later(const Executor& executor, const error_code& error) override {
    asio::post(executor, [handler = take(), error]() mutable { handler(error); });
  }
  void drop() override { take(); }

 private:
  using Allocator = asio::recycling_allocator<HandlerWaiter>;

  explicit HandlerWaiter(Handler handler) : handler_(std::move(handler)) {}
  Handler take() {
    Handler handler(std::move(handler_));
    std::destroy_at(this);
    Allocator().deallocate(this, 1);
    return handler;
  }

  Handler handler_;
};

/// In the order in which they came.
class WaiterList {
 public:
  bool empty() const { return first_ == nullptr; }
  void push(Waiter* waiter) {
    *last_ = waiter;
    last_ = &waiter->next;
  }
  Waiter* pop() {
    Waiter* const waiter = first_;
    first_ = waiter->next;
    if (first_ == nullptr) last_ = &first_;
    return waiter;
  }
  void take_all(WaiterList& from) {
    while (!from.empty()) {
      Waiter* const waiter = from.pop();
      waiter->next = nullptr;
      push(waiter);
    }
  }

  WaiterList() = default;
  WaiterList(const WaiterList&) = delete;
  WaiterList& operator=(const WaiterList&) = delete;

 private:
  Waiter* first_ = nullptr;
  Waiter** last_ = &first_;
};

}  // namespace pgsegue::net

#pragma once

#include <cstddef>
#include <functional>
#include <pthread.h>

namespace pgsegue::net {

/// A thread with a stack large enough for the recursive SQL parser at its deepest allowed nesting. Pages of a
/// stack that are not touched cost address space only. Joined by the destructor.
class BigStackThread {
 public:
  static constexpr std::size_t stack_bytes = std::size_t{256} << 20;

  BigStackThread() = default;
  ~BigStackThread() { join(); }
  BigStackThread(const BigStackThread&) = delete;
  BigStackThread& operator=(const BigStackThread&) = delete;

  /// Throws std::system_error if the system has no room for another thread.
  void start(std::function<void()> body);
  void join();

 private:
  std::function<void()> body_;
  pthread_t thread_{};
  bool running_ = false;
};

}  // namespace pgsegue::net

#pragma once

#include <atomic>

namespace pgsegue::control {

/// Ends the waiting of one thread for good: a flag, and a file descriptor that becomes readable with it.
class stop_event {
 public:
  /// Throws std::system_error if the system gives no descriptor.
  stop_event();
  ~stop_event();
  stop_event(const stop_event&) = delete;
  stop_event& operator=(const stop_event&) = delete;

  void set();
  bool is_set() const { return set_.load(std::memory_order_acquire); }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  std::atomic<bool> set_{false};
};

}  // namespace pgsegue::control

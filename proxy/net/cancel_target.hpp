#pragma once

#include <functional>

namespace pgsegue::net {

/// A session as another session's cancel request sees it.
class CancelTarget {
 public:
  virtual ~CancelTarget() = default;
  /// Cancels what the server is doing for this session, if it is doing anything. Callable from any thread;
  /// `done` is called when it is over, whatever came of it, on the target's thread.
  virtual void request_cancel(std::function<void()> done) = 0;
};

}  // namespace pgsegue::net

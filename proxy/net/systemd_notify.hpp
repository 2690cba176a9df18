#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace pgsegue::net {

/// Tells the service manager about the state of the process, as sd_notify(3) does: a datagram of
/// newline-separated assignments to the socket that $NOTIFY_SOCKET names (a path, or "@name" in the abstract
/// namespace). Does nothing if there is none; a datagram that cannot be delivered is dropped, for the service
/// must not depend on its observer.
class SystemdNotify {
 public:
  /// From the environment.
  SystemdNotify();
  explicit SystemdNotify(std::string address) : address_(std::move(address)) {}

  void ready(std::string_view status) const;
  /// Followed by `ready` when done, whatever came of it.
  void reloading() const;
  void stopping(std::string_view status) const;
  void status(std::string_view text) const;

 private:
  void send(const std::string& assignments) const;

  std::string address_;
};

}  // namespace pgsegue::net

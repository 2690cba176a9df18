#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace pgsegue::net {

/// Connections of each client address that have not logged in yet. Shared by all threads; holds only
/// addresses that have any.
class LoginCounter {
 public:
  /// Another one begins; how many there are with it.
  std::size_t begin(const std::string& address);
  /// One of those has logged in or gone.
  void end(const std::string& address);
  std::size_t addresses() const;

 private:
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace pgsegue::net

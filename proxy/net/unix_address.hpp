#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>

namespace pgsegue::net {

/// The address of a unix socket file.
class UnixAddress {
 public:
  /// Nothing if the path is longer than the system allows (107 bytes).
  static std::optional<UnixAddress> of_path(std::string_view path) {
    UnixAddress result;
    if (path.size() >= sizeof(result.address_.sun_path)) return std::nullopt;
    std::memcpy(result.address_.sun_path, path.data(), path.size());
    result.length_ = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + 1);
    return result;
  }
  const sockaddr* data() const { return reinterpret_cast<const sockaddr*>(&address_); }
  socklen_t size() const { return length_; }

 private:
  UnixAddress() { address_.sun_family = AF_UNIX; }

  sockaddr_un address_{};
  socklen_t length_ = 0;
};

}  // namespace pgsegue::net

#pragma once

#include "proxy/net/unique_fd.hpp"

#include <array>
#include <stdexcept>
#include <sys/socket.h>

namespace pgsegue::test {

/// Two connected unix sockets that do not block. Throws if there can be none.
struct SocketPair {
  SocketPair() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) != 0)
      throw std::runtime_error("no socket pair");
    near = net::UniqueFd(ends[0]);
    far = net::UniqueFd(ends[1]);
  }
  net::UniqueFd near;
  net::UniqueFd far;
};

}  // namespace pgsegue::test

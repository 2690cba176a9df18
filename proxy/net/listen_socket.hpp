#pragma once

#include "proxy/config/config.hpp"
#include "proxy/net/socket_file.hpp"
#include "proxy/net/unique_fd.hpp"

#include <string>
#include <vector>

namespace pgsegue::net {

/// The sockets of one listener: for TCP one per thread, among which the kernel spreads new connections
/// (SO_REUSEPORT); for a unix socket a single one, and its file.
struct ListenSockets {
  std::vector<UniqueFd> each;
  SocketFile file;
};

/// Throws std::system_error whose what() names the address, the port, the reason and a remedy. A TCP address
/// that another process listens on is an error, even if that process allows sharing. A unix socket file that
/// nobody listens on any more is replaced.
ListenSockets open_listener(const config::Listener& listener, unsigned threads);

/// "127.0.0.1:6543", "[::1]:6543" or "/run/pgsegue/.s.PGSQL.6543".
std::string listener_name(const config::Listener& listener);

}  // namespace pgsegue::net

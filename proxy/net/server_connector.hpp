#pragma once

#include "proxy/config/config.hpp"
#include "proxy/net/asio.hpp"
#include "proxy/net/unique_fd.hpp"

#include <string>
#include <vector>

namespace pgsegue::net {

/// Where a server was reached: what was configured and what that was resolved to.
struct ServerPoint {
  config::ServerAddress address;
  Endpoint endpoint;
  bool is_unix_socket() const { return endpoint.protocol().family() == AF_UNIX; }
};

struct ConnectResult {
  UniqueFd socket;
  ServerPoint point;    ///< set with `socket`
  std::string failure;  ///< else: what was tried and why it did not work
};

/// Tries the addresses in order, of each all that its name resolves to, until one accepts; each attempt, and
/// each look-up of a name, has `limits.connect_timeout`. TCP options are set.
/// What is passed by reference must outlive the task, here and below: GCC 12 copies aggregates that are
/// passed by value within a co_await expression bit by bit.
Task<ConnectResult> connect_to_any(Executor executor, const std::vector<config::ServerAddress>& addresses,
                                   const config::Limits& limits);

/// Connects once more to where a connection exists already (for a cancel).
Task<ConnectResult> connect_to_point(Executor executor, const ServerPoint& point,
                                     const config::Limits& limits);

}  // namespace pgsegue::net

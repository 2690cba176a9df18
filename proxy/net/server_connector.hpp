#pragma once

#include "proxy/config/config.hpp"
#include "proxy/net/asio.hpp"

#include <optional>
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
  std::optional<Socket> socket;
  ServerPoint point;    ///< set with `socket`
  std::string failure;  ///< else: what was tried and why it did not work
};

/// Tries the addresses in order, of each all that its name resolves to, until one accepts; each attempt has
/// `limits.connect_timeout`. TCP options are set.
Task<ConnectResult> connect_to_any(Executor executor, std::vector<config::ServerAddress> addresses,
                                   config::Limits limits);

/// Connects once more to where a connection exists already (for a cancel).
Task<ConnectResult> connect_to_point(Executor executor, ServerPoint point, config::Limits limits);

}  // namespace pgsegue::net

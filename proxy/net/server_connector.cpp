#include "proxy/net/server_connector.hpp"

#include "proxy/net/deadline.hpp"
#include "proxy/net/tcp_options.hpp"
#include "proxy/net/unix_address.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <utility>

namespace pgsegue::net {
namespace {

using tcp = asio::ip::tcp;
using Resolver = asio::ip::basic_resolver<tcp, Executor>;

struct Resolved {
  std::vector<Endpoint> endpoints;
  std::string failure;
};

std::string place(const config::ServerAddress& address) {
  const std::string port = std::to_string(address.port);
  if (address.host.starts_with('/')) return "server at \"" + address.host + "/.s.PGSQL." + port + "\"";
  return "server at \"" + address.host + "\", port " + port;
}

Resolved unix_endpoint(const config::ServerAddress& address) {
  const auto path = UnixAddress::of_path(address.host + "/.s.PGSQL." + std::to_string(address.port));
  if (!path) return {{}, "the path of the unix socket is too long"};
  return {{Endpoint(path->data(), path->size(), 0)}, {}};
}

Task<Resolved> resolve(Executor executor, const config::ServerAddress& address) {
  if (address.host.starts_with('/')) co_return unix_endpoint(address);
  error_code not_numeric;
  const auto numeric = asio::ip::make_address(address.host, not_numeric);
  Resolved resolved;
  if (!not_numeric) {
    resolved.endpoints.emplace_back(tcp::endpoint(numeric, address.port));
    co_return resolved;
  }
  Resolver resolver(executor);
  const auto [error, results] =
      co_await resolver.async_resolve(address.host, std::to_string(address.port), as_result);
  if (error) resolved.failure = "the name cannot be resolved: " + error.message();
  for (const auto& entry : results)
    resolved.endpoints.emplace_back(entry.endpoint());
  co_return resolved;
}

}  // namespace

Task<ConnectResult> connect_to_point(Executor executor, const ServerPoint& point,
                                     const config::Limits& limits) {
  ConnectResult result;
  Socket socket(executor);
  const Deadline deadline(executor, limits.connect_timeout, [&socket] {
    error_code ignored;
    socket.close(ignored);
  });
  const auto [error] = co_await socket.async_connect(point.endpoint, as_result);
  if (error) {
    result.failure = "connection to " + place(point.address) +
                     " failed: " + (deadline.expired() ? "timed out" : error.message());
    co_return result;
  }
  if (!point.is_unix_socket()) set_tcp_options(socket.native_handle(), limits);
  result.socket = std::move(socket);
  result.point = point;
  co_return result;
}

Task<ConnectResult> connect_to_any(Executor executor, const std::vector<config::ServerAddress>& addresses,
                                   const config::Limits& limits) {
  std::string failures;
  for (const config::ServerAddress& address : addresses) {
    const Resolved resolved = co_await resolve(executor, address);
    if (!resolved.failure.empty())
      failures += (failures.empty() ? "" : "; ") + ("connection to " + place(address)) +
                  " failed: " + resolved.failure;
    for (const Endpoint& endpoint : resolved.endpoints) {
      const ServerPoint point{address, endpoint};
      ConnectResult result = co_await connect_to_point(executor, point, limits);
      if (result.socket) co_return result;
      failures += (failures.empty() ? "" : "; ") + result.failure;
    }
  }
  ConnectResult none;
  none.failure = failures.empty() ? "no server address is configured" : failures;
  co_return none;
}

}  // namespace pgsegue::net

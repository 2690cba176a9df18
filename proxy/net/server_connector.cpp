#include "proxy/net/server_connector.hpp"

#include "proxy/net/deadline.hpp"
#include "proxy/net/tcp_options.hpp"
#include "proxy/net/unix_address.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <memory>
#include <utility>

namespace pgsegue::net {
namespace {

using tcp = asio::ip::tcp;
using Resolver = asio::ip::basic_resolver<tcp, Executor>;

struct Resolved {
  std::vector<Endpoint> endpoints;
  std::string failure;
};

/// A look-up of a name that somebody waits for. The system's resolver cannot be interrupted: who does not
/// wait any longer leaves it to its own end.
struct Lookup {
  explicit Lookup(const Executor& executor) : resolver(executor), done(executor) {}
  Resolver resolver;
  Timer done;  ///< expires or is cancelled
  error_code error = asio::error::timed_out;
  Resolver::results_type results;
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

Task<> wait_for(const std::shared_ptr<Lookup>& lookup, const config::ServerAddress& address,
                std::chrono::milliseconds limit) {
  lookup->done.expires_after(limit);
  lookup->resolver.async_resolve(address.host, std::to_string(address.port),
                                 [lookup](const error_code& error, Resolver::results_type results) {
                                   lookup->error = error;
                                   lookup->results = std::move(results);
                                   lookup->done.cancel();
                                 });
  co_await lookup->done.async_wait(as_result);
}

Task<Resolved> resolve(Executor executor, const config::ServerAddress& address,
                       const config::Limits& limits) {
  if (address.host.starts_with('/')) co_return unix_endpoint(address);
  error_code not_numeric;
  const auto numeric = asio::ip::make_address(address.host, not_numeric);
  Resolved resolved;
  if (!not_numeric) {
    resolved.endpoints.emplace_back(tcp::endpoint(numeric, address.port));
    co_return resolved;
  }
  const auto lookup = std::make_shared<Lookup>(executor);
  co_await wait_for(lookup, address, limits.connect_timeout);
  if (lookup->error == asio::error::timed_out) {
    resolved.failure = "the name could not be resolved in time";
  } else if (lookup->error) {
    resolved.failure = "the name cannot be resolved: " + lookup->error.message();
  }
  for (const auto& entry : lookup->results)
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
  error_code ignored;
  result.socket = UniqueFd(socket.release(ignored));
  result.point = point;
  co_return result;
}

Task<ConnectResult> connect_to_any(Executor executor, const std::vector<config::ServerAddress>& addresses,
                                   const config::Limits& limits) {
  std::string failures;
  for (const config::ServerAddress& address : addresses) {
    const Resolved resolved = co_await resolve(executor, address, limits);
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

#pragma once

#include "proxy/config/config.hpp"
#include "proxy/net/listen_socket.hpp"
#include "proxy/net/tls_context.hpp"
#include "proxy/session/directory.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace pgsegue::net {

/// One configuration in force with everything made from it. Immutable; a session keeps the one it began with,
/// a reload gives new sessions a new one.
struct Generation {
  config::Config config;
  std::shared_ptr<const session::Directory> databases;
  TlsContext client_tls;  ///< null: TLS is off towards clients
  TlsContext server_tls;

  /// Where that database's servers are.
  const std::vector<config::ServerAddress>& servers_of(const session::DatabaseEntry& entry) const {
    const auto found = std::find_if(config.databases.begin(), config.databases.end(),
                                    [&](const config::Database& each) { return each.name == entry.name; });
    return found == config.databases.end() || found->servers.empty() ? config.servers : found->servers;
  }
  /// By listener_name(); empty: it declares none.
  std::string version_of_listener(const std::string& name) const {
    for (const config::Listener& listener : config.listeners)
      if (listener_name(listener) == name) return listener.version;
    return {};
  }
};

}  // namespace pgsegue::net

#pragma once

#include "proxy/net/server_connector.hpp"
#include "proxy/net/tls_transport.hpp"
#include "proxy/session/session_core.hpp"

#include <string>

namespace pgsegue::net {

/// How to reach the postmaster that a session's server process belongs to.
struct CancelRoute {
  ServerPoint point;
  TlsContext tls;  ///< null: in the clear, as the session's own connection
  ServerIdentity identity;
  session::BackendKey key;
  config::Limits limits;
};

/// Sends a CancelRequest on a connection of its own and waits, at most ten seconds, until the server closes
/// it: only then has the signal been sent. Returns why it failed, or nothing. The route must outlive the
/// task.
Task<std::string> forward_cancel(Executor executor, const CancelRoute& route);

}  // namespace pgsegue::net

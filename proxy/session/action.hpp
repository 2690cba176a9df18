#pragma once

#include "proxy/session/scratch.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace pgsegue::session {

/// The two peers of a session: the application and the PostgreSQL server.
enum class Side : std::uint8_t { client, server };
constexpr Side other(Side side) {
  return side == Side::client ? Side::server : Side::client;
}

/// Write these bytes to that peer. They point into what was fed, into the core or into the Actions; valid
/// until the next call into the core, or until the Actions are cleared.
struct Send {
  Side to;
  std::span<const std::byte> bytes;
};
/// Flush earlier sends to that side, then start TLS on it (as server towards the client, as client towards
/// the server); answer with on_tls_ready or on_tls_failed. Nothing may be buffered of what that side has
/// sent.
struct StartTls {
  Side side;
};
/// Open the server connection (target: SessionCore::route()); answer with on_connected or on_connect_failed.
/// A second Connect (server_tls allow or prefer) takes the place of the first: close that connection, drop
/// what is still to be sent to or read from it, and report nothing more of it.
struct Connect {};
/// Get the SCRAM verifier of SessionCore::client_startup().user; answer with on_verifier.
struct LookUpVerifier {};
/// This connection is a CancelRequest with SessionCore::cancel_key(): route it, reply nothing. A Close
/// follows.
struct RouteCancel {};
/// The client is logged in: make SessionCore::client_key() routable. Emitted once.
struct RegisterCancelKey {};
/// Cancel what this session's own backend is running (SessionCore::server_key()): the client has gone in
/// mid-query.
struct CancelBackend {};
/// Read the catalog anew and, when that is done (well or not), call on_snapshot.
struct RefreshSnapshot {};
/// Flush what was sent, then close both connections. SessionCore::end_reason() says why.
struct Close {};
/// Flush what was sent to that side, then shut down the sending half of it (the peer's end of stream is
/// passed on).
struct ShutdownSend {
  Side side;
};

using Action = std::variant<Send, StartTls, Connect, LookUpVerifier, RouteCancel, RegisterCancelKey,
                            CancelBackend, RefreshSnapshot, Close, ShutdownSend>;

/// Actions in the order in which they are to be carried out. Adjacent sends of adjoining bytes are merged.
/// Reused: `clear` keeps the capacity.
class Actions {
 public:
  void send(Side to, std::span<const std::byte> bytes) {
    if (bytes.empty()) return;
    if (!list_.empty()) {
      if (Send* last = std::get_if<Send>(&list_.back());
          last != nullptr && last->to == to && last->bytes.data() + last->bytes.size() == bytes.data()) {
        last->bytes = {last->bytes.data(), last->bytes.size() + bytes.size()};
        return;
      }
    }
    list_.push_back(Send{to, bytes});
  }
  template <class A>
  void add(A action) {
    list_.push_back(action);
  }
  void clear() {
    list_.clear();
    scratch_.reset();
  }
  /// Where the core writes what it sends itself.
  Scratch& scratch() { return scratch_; }
  bool empty() const { return list_.empty(); }
  auto begin() const { return list_.begin(); }
  auto end() const { return list_.end(); }
  std::size_t size() const { return list_.size(); }
  const Action& operator[](std::size_t i) const { return list_[i]; }

 private:
  std::vector<Action> list_;
  Scratch scratch_;
};

}  // namespace pgsegue::session

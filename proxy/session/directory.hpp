#pragma once

#include "proxy/session/snapshot_slot.hpp"
#include "rules/pass_policy.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::session {

enum class AuthMode : std::uint8_t {
  relay,  ///< the server authenticates the client; pgsegue passes the messages through
  scram,  ///< pgsegue terminates SCRAM towards the client and logs in to the server with the recovered keys
};

/// libpq's sslmode towards the server.
enum class SslMode : std::uint8_t { disable, allow, prefer, require, verify_ca, verify_full };
/// TLS towards clients: never offered, offered, or demanded.
enum class ClientTls : std::uint8_t { disable, allow, require };

/// A database as clients may name it. Immutable once published.
struct DatabaseEntry {
  std::string
      name;  ///< as clients say it, without "@version"; "*" serves any name that has no entry, raw only
  std::string server_database;  ///< as the server knows it; empty: the client's name
  std::string
      default_version;  ///< used if neither client nor listener says one; empty or "raw": no rewriting
  AuthMode auth = AuthMode::relay;
  SslMode server_tls = SslMode::prefer;
  rules::PassPolicy pass;
  std::shared_ptr<SnapshotSlot> snapshots;  ///< null: no rule file, only `raw`
};

/// All databases one configuration serves. Immutable; a reload makes a new one.
class Directory {
 public:
  virtual ~Directory() = default;
  virtual std::shared_ptr<const DatabaseEntry> find(std::string_view name) const = 0;
  /// Names for the "is not served" error, in file order.
  virtual std::vector<std::string> names() const = 0;
};

/// Limits and settings of a session, taken from the configuration in force when it began.
struct SessionSettings {
  std::string listener_version;  ///< the listener's `version:`; empty: none
  bool listener_is_unix_socket = false;
  ClientTls client_tls = ClientTls::disable;
  std::size_t max_statement_bytes = 16u << 20;  ///< Query and Parse are gathered up to this; beyond: 54000
  bool retry_on_stale_catalog = true;
};

}  // namespace pgsegue::session

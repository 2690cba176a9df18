#pragma once

#include "proxy/session/directory.hpp"
#include "rules/rule_set.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pgsegue::config {

/// Where clients connect.
struct Listener {
  std::string address = "127.0.0.1";  ///< "0.0.0.0", "::", "127.0.0.1", or a directory for a unix socket
                                      ///< (".s.PGSQL.<port>" inside it)
  std::uint16_t port = 6543;
  std::string
      version;  ///< clients of this listener that say nothing get this version; empty: the database's default
  bool is_unix_socket() const { return !address.empty() && address.front() == '/'; }
};

/// One PostgreSQL server address; several are tried in order.
struct ServerAddress {
  std::string host = "127.0.0.1";  ///< name, address, or a directory for a unix socket
  std::uint16_t port = 5432;
  bool operator==(const ServerAddress&) const = default;
};

struct ClientTlsFiles {
  session::ClientTls mode = session::ClientTls::disable;
  std::string certificate, key;  ///< PEM
  std::string client_ca;         ///< PEM; empty: client certificates are not asked for
  bool require_client_certificate = false;
};

struct ServerTls {
  session::SslMode mode = session::SslMode::prefer;
  std::string root_certificate;  ///< PEM; needed for verify-ca and verify-full
  std::string certificate, key;  ///< our client certificate; empty: none
};

/// Where `auth: scram` gets verifiers from: exactly one of the two.
struct VerifierLookup {
  std::string file;   ///< lines `"user" "SCRAM-SHA-256$…"`
  std::string query;  ///< run on the control connection with the user as $1; returns one row (name, verifier)
};

/// What becomes of a versioned client's statement that changes what the versions declare.
enum class OnDdl : std::uint8_t {
  refuse,
  raw,  ///< it is forwarded as it is, in the server's names
};
/// What becomes of code in a string constant (DO, CREATE FUNCTION) that names something affected.
enum class OnCode : std::uint8_t { refuse, forward };

struct Database {
  std::string name;
  std::string server_database;                     ///< empty: same as name
  std::string rules;                               ///< path of the rule file; empty: raw only
  std::shared_ptr<const rules::RuleSet> rule_set;  ///< what that file holds; null: raw only
  std::string default_version;                     ///< empty: raw
  session::AuthMode auth = session::AuthMode::relay;
  OnDdl on_ddl = OnDdl::refuse;
  OnCode on_code = OnCode::refuse;
  std::vector<ServerAddress> servers;  ///< empty: the top-level list
  std::string control_user,
      control_password;  ///< for catalog and verifier look-ups; empty: the top-level ones
};

struct Limits {
  std::size_t max_connections = 1000;
  std::size_t max_logins_per_address =
      0;  ///< connections that have not logged in yet; 0: see logins_per_address
  std::size_t max_statement_bytes = 16u << 20;
  std::size_t max_statement_depth = 50'000;  ///< what the stacks of the threads that parse are made for
  std::size_t cache_bytes = 32u << 20;       ///< per thread
  std::size_t cancels_per_second =
      10;  ///< wrong cancel keys per client address before they are dropped unread
  std::chrono::milliseconds login_timeout{60'000};
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds drain_timeout{60'000};
  std::chrono::milliseconds catalog_check_interval{1'000};
  std::chrono::seconds tcp_keepalive{60};         ///< idle time before probes; 0: off
  std::chrono::milliseconds tcp_user_timeout{0};  ///< 0: the system's

  /// One address must not take all the room there is before it has shown a password.
  std::size_t logins_per_address() const {
    return max_logins_per_address > 0 ? max_logins_per_address : (max_connections + 1) / 2;
  }
};

struct Logging {
  std::string level = "info";
  bool statements = false;  ///< also log statement texts (never parameters)
};

struct Config {
  std::string file;  ///< where it was read from
  std::vector<Listener> listeners;
  std::vector<ServerAddress> servers;
  std::string control_user, control_password;
  std::vector<Database> databases;
  ClientTlsFiles client_tls;
  ServerTls server_tls;
  VerifierLookup verifiers;
  Limits limits;
  Logging logging;
  unsigned threads = 0;  ///< 0: one per core
};

}  // namespace pgsegue::config

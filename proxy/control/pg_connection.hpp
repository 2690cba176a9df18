#pragma once

#include "proxy/control/control_login.hpp"
#include "proxy/control/stop_event.hpp"

#include <libpq-fe.h>

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pgsegue::control {

struct clear_result {
  void operator()(PGresult* result) const { PQclear(result); }
};
using result_ptr = std::unique_ptr<PGresult, clear_result>;

/// What a query gave: its results in order, or why it failed.
struct query_outcome {
  std::vector<result_ptr> results;
  std::string failure;  ///< empty: all statements succeeded
};

/// A libpq connection with deadlines that a stop event ends at once. Read-only, `search_path` is pg_catalog.
/// One thread uses it; failures are results, never exceptions.
class pg_connection {
 public:
  using clock = std::chrono::steady_clock;

  /// `stop` outlives the connection.
  pg_connection(control_login login, const stop_event& stop);

  const control_login& login() const { return login_; }
  bool connected() const { return connection_ != nullptr; }
  /// Tries the servers in order, each as long as the login says and none beyond `deadline`. Returns why none
  /// can be used, empty if connected.
  std::string connect(clock::time_point deadline = clock::time_point::max());
  void disconnect() { connection_.reset(); }
  int server_version_num() const { return connection_ ? PQserverVersion(connection_.get()) : 0; }

  std::string server_encoding() const;

  /// Runs one or more statements in one round trip (simple protocol). A connection that breaks or does not
  /// answer in time is dropped.
  query_outcome run(const char* sql, clock::time_point deadline);
  /// Runs one statement with text parameters (extended protocol).
  query_outcome run(const char* sql, std::span<const char* const> parameters, clock::time_point deadline);

 private:
  struct finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  using connection_ptr = std::unique_ptr<PGconn, finish>;

  std::string connect_to(const config::ServerAddress& server, clock::time_point deadline);
  std::string choose_encoding(clock::time_point deadline);
  std::string complete_connect(PGconn* connection, clock::time_point deadline);
  /// Waits for the socket. Returns why it did not become ready, empty if it is.
  std::string wait_for(PGconn* connection, short events, clock::time_point deadline) const;
  std::string flush(clock::time_point deadline);
  query_outcome collect(clock::time_point deadline);
  /// The next result; null at the end, or with `failure` set.
  result_ptr next_result(clock::time_point deadline, std::string& failure);
  query_outcome give_up(std::string why);

  control_login login_;
  const stop_event& stop_;
  connection_ptr connection_;
};

}  // namespace pgsegue::control

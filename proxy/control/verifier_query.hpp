#pragma once

#include "proxy/control/pg_connection.hpp"
#include "proxy/control/verifier_source.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

namespace pgsegue::control {

/// Asks the server for verifiers, one role at a time, over a connection and a thread of its own. The role's
/// name is a parameter, never part of the SQL text, and nothing else that a client has said gets there.
class verifier_query final : public verifier_source {
 public:
  /// `query` gets the role's name as $1 and returns no row if the role may not log in, else one: the role's
  /// name and its verifier. A look-up that is not answered within `timeout` fails.
  verifier_query(control_login login, std::string query, std::chrono::milliseconds timeout);
  ~verifier_query() override;

  /// Fails at once if too many are waiting.
  void look_up(std::string user, VerifierDone done) override;
  void stop() override;

 private:
  using clock = pg_connection::clock;
  struct request {
    std::string user;
    VerifierDone done;
    clock::time_point deadline;
  };

  void run();
  session::VerifierResult answer(const request& asked);
  query_outcome ask(const request& asked);

  std::string query_;
  std::chrono::milliseconds timeout_;
  stop_event stop_;
  pg_connection connection_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<request> requests_;  ///< guarded by mutex_
  std::thread thread_;
};

}  // namespace pgsegue::control

#include "proxy/control/verifier_query.hpp"

#include "proxy/session/scram_verifier.hpp"

#include <spdlog/spdlog.h>

#include <array>
#include <utility>

namespace pgsegue::control {

namespace {

/// More logins at once than this have no answer in time anyway.
constexpr std::size_t most_waiting = 1000;

session::VerifierResult failed(std::string why) {
  session::VerifierResult result;
  result.failure = std::move(why);
  return result;
}

session::VerifierResult found(std::string verifier) {
  session::VerifierResult result;
  result.ok = true;
  result.verifier = std::move(verifier);
  return result;
}

session::VerifierResult read_row(const PGresult* rows, const std::string& user) {
  if (PQnfields(rows) < 2) return failed("the verifier query must return two columns: name and verifier");
  if (PQntuples(rows) == 0) return found({});
  if (PQntuples(rows) > 1) return failed("the verifier query returned more than one row");
  if (user != PQgetvalue(rows, 0, 0)) return failed("the verifier query returned another role's row");
  std::string verifier = PQgetvalue(rows, 0, 1);
  if (const session::ParsedVerifier parsed = session::parse_scram_verifier(verifier); !parsed.verifier) {
    spdlog::warn("role \"{}\" cannot log in: {}; set its password with password_encryption = scram-sha-256",
                 user, PQgetisnull(rows, 0, 1) == 1 ? "it has no password" : parsed.error);
    return found({});
  }
  return found(std::move(verifier));
}

}  // namespace

verifier_query::verifier_query(control_login login, std::string query, std::chrono::milliseconds timeout)
    : query_(std::move(query)),
      timeout_(timeout),
      connection_(std::move(login), stop_),
      thread_(&verifier_query::run, this) {}

verifier_query::~verifier_query() {
  stop();
}

void verifier_query::look_up(std::string user, VerifierDone done) {
  {
    const std::lock_guard lock(mutex_);
    if (!stop_.is_set() && requests_.size() < most_waiting) {
      requests_.push_back({std::move(user), std::move(done), clock::now() + timeout_});
      wake_.notify_one();
      return;
    }
  }
  done(failed(stop_.is_set() ? "the look-up has ended" : "too many verifier look-ups are waiting"));
}

void verifier_query::stop() {
  {
    const std::lock_guard lock(mutex_);
    stop_.set();
    wake_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
  std::deque<request> open;
  {
    const std::lock_guard lock(mutex_);
    open.swap(requests_);
  }
  for (const request& asked : open)
    asked.done(failed("the look-up has ended"));
}

void verifier_query::run() {
  while (true) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return stop_.is_set() || !requests_.empty(); });
    if (stop_.is_set()) return;
    const request asked = std::move(requests_.front());
    requests_.pop_front();
    lock.unlock();
    asked.done(answer(asked));
  }
}

session::VerifierResult verifier_query::answer(const request& asked) {
  query_outcome outcome = ask(asked);
  if (!outcome.failure.empty()) return failed(to_text(connection_.login()) + ": " + outcome.failure);
  if (outcome.results.size() != 1) return failed("the verifier query must be one SELECT");
  return read_row(outcome.results[0].get(), asked.user);
}

query_outcome verifier_query::ask(const request& asked) {
  const std::array<const char*, 1> parameters{asked.user.c_str()};
  if (connection_.connected()) {
    query_outcome outcome = connection_.run(query_.c_str(), parameters, asked.deadline);
    // A connection that has broken since the last look-up says nothing about the server of now.
    if (connection_.connected()) return outcome;
  }
  query_outcome outcome;
  outcome.failure = connection_.connect(asked.deadline);
  if (!outcome.failure.empty()) return outcome;
  return connection_.run(query_.c_str(), parameters, asked.deadline);
}

}  // namespace pgsegue::control

#include "proxy/control/pg_connection.hpp"

#include "proxy/control/pg_parameters.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <string_view>

namespace pgsegue::control {

namespace {

constexpr const char* stopped = "the program is ending";

/// libpq's messages are lines, some indented: one line for a log.
std::string one_line(const char* text) {
  std::string line;
  for (const char c : std::string_view(text == nullptr ? "" : text)) {
    const bool blank = c == '\n' || c == '\t' || c == ' ';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line.empty() ? "no message" : line;
}

bool succeeded(const PGresult* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

void ignore_notice(void*, const PGresult*) {}

}  // namespace

pg_connection::pg_connection(control_login login, const stop_event& stop)
    : login_(std::move(login)), stop_(stop) {}

std::string pg_connection::connect(clock::time_point deadline) {
  disconnect();
  std::string failures;
  for (const config::ServerAddress& server : login_.servers) {
    const std::string failure = connect_to(server, std::min(deadline, clock::now() + login_.connect_timeout));
    if (failure.empty()) return {};
    if (stop_.is_set()) return stopped;
    failures += (failures.empty() ? "" : "; ") + failure;
  }
  return failures.empty() ? "no server address is configured" : failures;
}

std::string pg_connection::connect_to(const config::ServerAddress& server, clock::time_point deadline) {
  const auto parameters = pg_parameters(login_, server);
  std::vector<const char*> keywords, values;
  for (const auto& [keyword, value] : parameters) {
    keywords.push_back(keyword.c_str());
    values.push_back(value.c_str());
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  connection_ptr connection(PQconnectStartParams(keywords.data(), values.data(), 0));
  if (!connection) return "out of memory";
  PQsetNoticeReceiver(connection.get(), ignore_notice, nullptr);
  const std::string failure = complete_connect(connection.get(), deadline);
  if (!failure.empty()) return failure;
  if (PQsetnonblocking(connection.get(), 1) != 0) return one_line(PQerrorMessage(connection.get()));
  connection_ = std::move(connection);
  std::string refusal = choose_encoding(deadline);
  if (!refusal.empty()) disconnect();
  return refusal;
}

std::string pg_connection::server_encoding() const {
  const char* const name = connection_ ? PQparameterStatus(connection_.get(), "server_encoding") : nullptr;
  return name == nullptr ? "UTF8" : name;
}

/// Names are read in UTF-8, or as the bytes they are where the server cannot convert them. It would refuse a
/// connection that asks for what it cannot do.
std::string pg_connection::choose_encoding(clock::time_point deadline) {
  const std::string encoding = server_encoding();
  const bool is_convertible = encoding != "SQL_ASCII" && encoding != "MULE_INTERNAL";
  return run(is_convertible ? "SET client_encoding = 'UTF8'" : "SET client_encoding = 'SQL_ASCII'", deadline)
      .failure;
}

std::string pg_connection::complete_connect(PGconn* connection, clock::time_point deadline) {
  PostgresPollingStatusType status = PGRES_POLLING_WRITING;
  while (PQstatus(connection) != CONNECTION_BAD) {
    if (status == PGRES_POLLING_OK) return {};
    if (status == PGRES_POLLING_FAILED) break;
    const short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
    if (std::string why = wait_for(connection, events, deadline); !why.empty()) return why;
    status = PQconnectPoll(connection);
  }
  return one_line(PQerrorMessage(connection));
}

std::string pg_connection::wait_for(PGconn* connection, short events, clock::time_point deadline) const {
  std::array<pollfd, 2> waited{pollfd{PQsocket(connection), events, 0},
                               pollfd{stop_.descriptor(), POLLIN, 0}};
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - clock::now()).count();
    const int ready =
        poll(waited.data(), waited.size(), static_cast<int>(std::clamp<long long>(left, 0, 60'000)));
    if (ready < 0 && errno != EINTR) return std::strerror(errno);
    if (stop_.is_set()) return stopped;
    if (ready > 0) return {};
    if (ready == 0 && clock::now() >= deadline) return "the server did not answer in time";
  }
}

query_outcome pg_connection::run(const char* sql, clock::time_point deadline) {
  if (!connection_) return give_up("not connected");
  if (PQsendQuery(connection_.get(), sql) != 1) return give_up(one_line(PQerrorMessage(connection_.get())));
  return collect(deadline);
}

query_outcome pg_connection::run(const char* sql, std::span<const char* const> parameters,
                                 clock::time_point deadline) {
  if (!connection_) return give_up("not connected");
  if (PQsendQueryParams(connection_.get(), sql, static_cast<int>(parameters.size()), nullptr,
                        parameters.data(), nullptr, nullptr, 0) != 1) {
    return give_up(one_line(PQerrorMessage(connection_.get())));
  }
  return collect(deadline);
}

std::string pg_connection::flush(clock::time_point deadline) {
  while (true) {
    const int left = PQflush(connection_.get());
    if (left == 0) return {};
    if (left < 0) return one_line(PQerrorMessage(connection_.get()));
    if (std::string why = wait_for(connection_.get(), POLLIN | POLLOUT, deadline); !why.empty()) return why;
    if (PQconsumeInput(connection_.get()) != 1) return one_line(PQerrorMessage(connection_.get()));
  }
}

query_outcome pg_connection::collect(clock::time_point deadline) {
  if (std::string why = flush(deadline); !why.empty()) return give_up(std::move(why));
  query_outcome outcome;
  while (true) {
    std::string broken;
    result_ptr result = next_result(deadline, broken);
    if (!broken.empty()) return give_up(std::move(broken));
    if (!result) break;
    if (!succeeded(result.get()) && outcome.failure.empty()) {
      outcome.failure = one_line(PQresultErrorMessage(result.get()));
    }
    outcome.results.push_back(std::move(result));
  }
  if (PQstatus(connection_.get()) == CONNECTION_BAD) disconnect();
  return outcome;
}

result_ptr pg_connection::next_result(clock::time_point deadline, std::string& failure) {
  while (PQisBusy(connection_.get()) == 1) {
    failure = wait_for(connection_.get(), POLLIN, deadline);
    if (failure.empty() && PQconsumeInput(connection_.get()) != 1) {
      failure = one_line(PQerrorMessage(connection_.get()));
    }
    if (!failure.empty()) return nullptr;
  }
  return result_ptr(PQgetResult(connection_.get()));
}

query_outcome pg_connection::give_up(std::string why) {
  disconnect();
  query_outcome outcome;
  outcome.failure = std::move(why);
  return outcome;
}

}  // namespace pgsegue::control

#include "proxy/control/pg_connection.hpp"

#include "tests/control/control_support.hpp"

#include <gtest/gtest.h>

#include <array>
#include <thread>

namespace pgsegue::control {
namespace {

using namespace std::chrono_literals;
using testing::login_to;
using testing::open_connection;
using testing::postgres_cluster;
using testing::soon;

TEST(pg_connection, connects_by_tcp_and_by_unix_socket) {
  const stop_event stop;
  control_login login = login_to("postgres");
  pg_connection by_tcp(login, stop);
  EXPECT_EQ(by_tcp.connect(), "");
  EXPECT_GE(by_tcp.server_version_num(), 150000);
  login.servers[0].host = postgres_cluster::shared().socket_directory();
  pg_connection by_socket(login, stop);
  EXPECT_EQ(by_socket.connect(), "");
}

TEST(pg_connection, tries_the_next_server_if_one_is_away) {
  const stop_event stop;
  control_login login = login_to("postgres");
  login.servers.insert(login.servers.begin(), {"127.0.0.1", 1});
  pg_connection connection(login, stop);
  EXPECT_EQ(connection.connect(), "");
}

TEST(pg_connection, says_why_no_server_can_be_used) {
  const stop_event stop;
  control_login login = login_to("no_such_database");
  pg_connection connection(login, stop);
  EXPECT_NE(connection.connect().find("\"no_such_database\" does not exist"), std::string::npos);
  EXPECT_FALSE(connection.connected());
  login.servers = {{"127.0.0.1", 1}};
  pg_connection refused(login, stop);
  EXPECT_NE(refused.connect().find("refused"), std::string::npos);
  login.servers = {};
  pg_connection nowhere(login, stop);
  EXPECT_NE(nowhere.connect(), "");
}

TEST(pg_connection, does_not_downgrade_a_demand_for_tls) {
  const stop_event stop;
  control_login login = login_to("postgres");
  login.tls.mode = session::SslMode::require;
  pg_connection connection(login, stop);
  EXPECT_NE(connection.connect().find("SSL"), std::string::npos);
}

TEST(pg_connection, is_read_only_with_the_system_schema_alone_on_its_path) {
  open_connection connection("postgres");
  const query_outcome path = connection->run("SHOW search_path", soon());
  ASSERT_EQ(path.failure, "");
  EXPECT_STREQ(PQgetvalue(path.results[0].get(), 0, 0), "pg_catalog");
  EXPECT_NE(connection->run("CREATE TABLE public.t ()", soon()).failure.find("read-only"), std::string::npos);
  EXPECT_TRUE(connection->connected());
}

TEST(pg_connection, gives_the_results_of_all_statements) {
  open_connection connection("postgres");
  const query_outcome outcome = connection->run("SELECT 1; SELECT 2", soon());
  ASSERT_EQ(outcome.failure, "");
  ASSERT_EQ(outcome.results.size(), 2u);
  EXPECT_STREQ(PQgetvalue(outcome.results[1].get(), 0, 0), "2");
}

TEST(pg_connection, passes_parameters_apart_from_the_text) {
  open_connection connection("postgres");
  const std::array<const char*, 1> parameters{"'; DROP TABLE x; --"};
  const query_outcome outcome = connection->run("SELECT $1::text", parameters, soon());
  ASSERT_EQ(outcome.failure, "");
  EXPECT_STREQ(PQgetvalue(outcome.results[0].get(), 0, 0), parameters[0]);
}

TEST(pg_connection, gives_up_at_the_deadline) {
  open_connection connection("postgres");
  const auto begun = std::chrono::steady_clock::now();
  const query_outcome outcome = connection->run("SELECT pg_sleep(20)", pg_connection::clock::now() + 100ms);
  EXPECT_NE(outcome.failure.find("in time"), std::string::npos);
  EXPECT_FALSE(connection->connected());
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
  EXPECT_EQ(connection->run("SELECT 1", soon()).failure, "not connected");
}

TEST(pg_connection, gives_up_when_told_to_stop) {
  stop_event stop;
  pg_connection connection(login_to("postgres"), stop);
  ASSERT_EQ(connection.connect(), "");
  std::thread stopper([&stop] {
    std::this_thread::sleep_for(50ms);
    stop.set();
  });
  EXPECT_NE(connection.run("SELECT pg_sleep(20)", soon()).failure, "");
  stopper.join();
}

}  // namespace
}  // namespace pgsegue::control

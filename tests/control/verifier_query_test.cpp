#include "proxy/control/verifier_query.hpp"

#include "tests/control/control_support.hpp"

#include <gtest/gtest.h>

#include <future>
#include <vector>

namespace pgsegue::control {
namespace {

using namespace std::chrono_literals;
using testing::login_to;
using testing::postgres_cluster;

constexpr const char* example_query =
    "SELECT rolname, rolpassword FROM pg_catalog.pg_authid WHERE rolname OPERATOR(pg_catalog.=) $1"
    " AND rolcanlogin AND (rolvaliduntil IS NULL OR rolvaliduntil OPERATOR(pg_catalog.>) pg_catalog.now())";

session::VerifierResult look_up(verifier_query& source, const std::string& user) {
  std::promise<session::VerifierResult> found;
  source.look_up(user, [&found](const session::VerifierResult& result) { found.set_value(result); });
  return found.get_future().get();
}

session::VerifierResult look_up_once(const std::string& query, const std::string& user) {
  verifier_query source(login_to("postgres"), query, 5s);
  return look_up(source, user);
}

class verifier_query_test : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    postgres_cluster::shared().psql(
        "postgres",
        "CREATE ROLE ada LOGIN PASSWORD 'a'; CREATE ROLE \"O'Hara \"\"x\" LOGIN PASSWORD 'b';"
        "CREATE ROLE nologin PASSWORD 'c'; CREATE ROLE keyless LOGIN;"
        "CREATE ROLE expired LOGIN PASSWORD 'd' VALID UNTIL '2001-01-01';"
        "CREATE ROLE later LOGIN PASSWORD 'd' VALID UNTIL '2999-01-01';"
        "SET password_encryption = md5; CREATE ROLE old LOGIN PASSWORD 'e';");
  }
  static std::string stored(const std::string& role) {
    return postgres_cluster::shared().psql(
        "postgres", "SELECT rolpassword FROM pg_authid WHERE rolname = $$" + role + "$$");
  }
};

TEST_F(verifier_query_test, finds_the_verifier_of_a_role_that_may_log_in) {
  verifier_query source(login_to("postgres"), example_query, 5s);
  for (const char* user : {"ada", "O'Hara \"x", "later"}) {
    const auto result = look_up(source, user);
    EXPECT_TRUE(result.ok) << result.failure;
    EXPECT_EQ(result.verifier, stored(user)) << user;
    EXPECT_TRUE(result.verifier.starts_with("SCRAM-SHA-256$")) << user;
  }
}

TEST_F(verifier_query_test, finds_none_for_everyone_else) {
  verifier_query source(login_to("postgres"), example_query, 5s);
  for (const char* user : {"nobody", "", "nologin", "expired", "keyless", "old", "ada' OR '1'='1", "ADA"}) {
    const auto result = look_up(source, user);
    EXPECT_TRUE(result.ok) << result.failure;
    EXPECT_EQ(result.verifier, "") << user;
  }
}

TEST_F(verifier_query_test, sees_a_new_password_at_once) {
  verifier_query source(login_to("postgres"), example_query, 5s);
  const std::string before = look_up(source, "ada").verifier;
  postgres_cluster::shared().psql("postgres", "ALTER ROLE ada PASSWORD 'other'");
  EXPECT_NE(look_up(source, "ada").verifier, before);
  EXPECT_EQ(look_up(source, "ada").verifier, stored("ada"));
}

TEST_F(verifier_query_test, says_what_is_wrong_with_a_query) {
  for (const auto& [query, says] :
       {std::pair("SELECT $1::text", "two columns"),
        std::pair("SELECT $1::text, rolpassword FROM pg_authid", "more than one row"),
        std::pair("SELECT 'postgres', rolpassword FROM pg_authid WHERE rolname = $1", "another role"),
        std::pair("SELECT * FROM nowhere WHERE a = $1", "\"nowhere\" does not exist"),
        std::pair("SELECT $1, ", "syntax error"),
        std::pair("SELECT $1::text, 'x'; SELECT 1", "multiple commands")}) {
    const auto result = look_up_once(query, "ada");
    EXPECT_FALSE(result.ok) << query;
    EXPECT_NE(result.failure.find(says), std::string::npos) << query << ": " << result.failure;
  }
}

TEST_F(verifier_query_test, looks_names_up_in_the_system_schema_only) {
  postgres_cluster::shared().psql(
      "postgres",
      "CREATE TABLE public.pg_authid_bait (); CREATE FUNCTION public.now() RETURNS timestamptz "
      "LANGUAGE sql AS 'SELECT NULL::timestamptz'; CREATE VIEW public.roles AS SELECT 1;");
  EXPECT_NE(look_up_once("SELECT $1::text, * FROM roles", "ada").failure.find("\"roles\" does not exist"),
            std::string::npos);
}

TEST_F(verifier_query_test, fails_in_time_if_the_server_does_not_answer) {
  verifier_query source(login_to("postgres"), "SELECT $1::text, 'x' FROM pg_sleep(30)", 200ms);
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_NE(look_up(source, "ada").failure.find("in time"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(verifier_query_test, finds_the_server_again_after_a_restart) {
  verifier_query source(login_to("postgres"), example_query, 5s);
  EXPECT_TRUE(look_up(source, "ada").ok);
  postgres_cluster::shared().stop();
  const auto away = look_up(source, "ada");
  EXPECT_FALSE(away.ok);
  EXPECT_NE(away.failure, "");
  postgres_cluster::shared().start();
  EXPECT_TRUE(look_up(source, "ada").ok);
}

TEST_F(verifier_query_test, bounds_how_many_wait_and_fails_the_rest_at_once) {
  verifier_query source(login_to("postgres"), "SELECT $1::text, 'x' FROM pg_sleep(30)", 30s);
  std::vector<std::future<session::VerifierResult>> answers;
  for (int i = 0; i < 1100; ++i) {
    auto answer = std::make_shared<std::promise<session::VerifierResult>>();
    answers.push_back(answer->get_future());
    source.look_up("ada", [answer](const session::VerifierResult& result) { answer->set_value(result); });
  }
  ASSERT_EQ(answers.back().wait_for(0s), std::future_status::ready);
  EXPECT_NE(answers.back().get().failure.find("too many"), std::string::npos);
  answers.pop_back();
  source.stop();
  for (auto& answer : answers)
    EXPECT_FALSE(answer.get().ok);
}

}  // namespace
}  // namespace pgsegue::control

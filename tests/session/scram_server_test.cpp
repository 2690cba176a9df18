#include "proxy/session/scram_server.hpp"

#include "tests/session/scram_password_client.hpp"
#include "tests/session/scram_samples.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace pgsegue::session {
namespace {

using Kind = ScramStep::Kind;
using testing::end_point;
using testing::sasl_initial_body;
using testing::scram_password_client;

const std::string binding_header = "p=tls-server-end-point,,";

ScramVerifier verifier_of(std::string_view text) {
  return parse_scram_verifier(text).verifier.value();
}

ScramServer rfc_server(std::string hash = {}) {
  return {"user", verifier_of(testing::rfc_verifier), std::move(hash), testing::rfc_server_nonce_source};
}

TEST(scram_server, follows_the_example_of_rfc_7677) {
  ScramServer server = rfc_server();
  const ScramStep first =
      server.receive(sasl_initial_body("SCRAM-SHA-256", "n,,n=user,r=rOprNGfwEbeRWgbNEkqO"));
  ASSERT_EQ(first.kind, Kind::send);
  EXPECT_EQ(first.data, testing::rfc_challenge);
  const ScramStep last = server.receive(
      "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
      "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
  ASSERT_EQ(last.kind, Kind::done) << last.error.message;
  EXPECT_EQ(last.data, "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
}

TEST(scram_server, accepts_the_password_of_a_verifier_made_by_postgresql_and_recovers_the_key) {
  ScramServer server("tv", verifier_of(testing::postgres_verifier), {});
  scram_password_client client(std::string(testing::postgres_password), "abc");
  const ScramStep challenge = server.receive(sasl_initial_body("SCRAM-SHA-256", client.first()));
  const ScramStep last = server.receive(client.final(challenge.data));
  ASSERT_EQ(last.kind, Kind::done) << last.error.message;
  EXPECT_EQ(last.data, client.expected_signature());
  EXPECT_EQ(server.client_key(), client.client_key());
}

TEST(scram_server, refuses_a_wrong_password_as_postgresql_does) {
  ScramServer server = rfc_server();
  scram_password_client client("pencil ", "abc");
  const ScramStep challenge = server.receive(sasl_initial_body("SCRAM-SHA-256", client.first()));
  const ScramStep last = server.receive(client.final(challenge.data));
  EXPECT_EQ(last.kind, Kind::failed);
  EXPECT_EQ(last.error.sqlstate, "28P01");
  EXPECT_EQ(last.error.message, "password authentication failed for user \"user\"");
  EXPECT_EQ(server.client_key(), ScramKey{});
}

TEST(scram_server, challenges_an_unknown_role_and_never_accepts_it) {
  ScramServer server("nobody", mock_scram_verifier("nobody").value(), {});
  scram_password_client client("", "abc");
  const ScramStep challenge = server.receive(sasl_initial_body("SCRAM-SHA-256", client.first()));
  EXPECT_EQ(challenge.kind, Kind::send);
  EXPECT_EQ(server.receive(client.final(challenge.data)).error.sqlstate, "28P01");

  // Not even one whose proof fits: a verifier that is made up has no password.
  ScramVerifier doomed = verifier_of(testing::rfc_verifier);
  doomed.mock = true;
  ScramServer other("user", doomed, {});
  scram_password_client knows("pencil", "abc");
  const ScramStep second = other.receive(sasl_initial_body("SCRAM-SHA-256", knows.first()));
  EXPECT_EQ(other.receive(knows.final(second.data)).error.sqlstate, "28P01");
}

TEST(scram_server, offers_channel_binding_only_with_a_certificate_hash) {
  using namespace std::string_literals;
  EXPECT_EQ(rfc_server().mechanisms(), "SCRAM-SHA-256\0\0"s);
  EXPECT_EQ(rfc_server(end_point).mechanisms(), "SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0"s);
}

TEST(scram_server, accepts_a_binding_to_its_own_certificate_only) {
  for (const auto& [hash, outcome, sqlstate] :
       {std::tuple(end_point, Kind::done, ""), std::tuple(std::string(32, 'x'), Kind::failed, "28000"),
        std::tuple(std::string(), Kind::failed, "28000")}) {
    ScramServer server = rfc_server(end_point);
    scram_password_client client("pencil", "abc", binding_header, hash);
    const ScramStep challenge = server.receive(sasl_initial_body("SCRAM-SHA-256-PLUS", client.first()));
    ASSERT_EQ(challenge.kind, Kind::send) << challenge.error.message;
    const ScramStep last = server.receive(client.final(challenge.data));
    EXPECT_EQ(last.kind, outcome);
    EXPECT_EQ(last.error.sqlstate, sqlstate);
  }
}

TEST(scram_server, accepts_a_client_without_binding_over_tls) {
  ScramServer server = rfc_server(end_point);
  scram_password_client client("pencil", "abc", "n,,");
  const ScramStep challenge = server.receive(sasl_initial_body("SCRAM-SHA-256", client.first()));
  EXPECT_EQ(server.receive(client.final(challenge.data)).kind, Kind::done);
}

TEST(scram_server, accepts_a_client_that_could_bind_where_no_binding_is_offered) {
  ScramServer server = rfc_server();
  scram_password_client client("pencil", "abc", "y,,");
  const ScramStep challenge = server.receive(sasl_initial_body("SCRAM-SHA-256", client.first()));
  EXPECT_EQ(server.receive(client.final(challenge.data)).kind, Kind::done);
}

TEST(scram_server, waits_for_the_first_message_if_the_client_sends_none_with_its_choice) {
  using namespace std::string_literals;
  ScramServer server = rfc_server();
  const ScramStep empty = server.receive("SCRAM-SHA-256\0\xff\xff\xff\xff"s);
  EXPECT_EQ(empty.kind, Kind::send);
  EXPECT_EQ(empty.data, "");
  EXPECT_EQ(server.receive("n,,n=,r=rOprNGfwEbeRWgbNEkqO").data, testing::rfc_challenge);
}

TEST(scram_server, says_so_if_there_are_no_random_bytes) {
  ScramServer server("user", verifier_of(testing::rfc_verifier), {}, testing::failing_nonce_source);
  EXPECT_EQ(server.receive(sasl_initial_body("SCRAM-SHA-256", "n,,n=,r=abc")).error.sqlstate, "XX000");
}

TEST(scram_server, answers_nothing_after_a_failure_or_success) {
  ScramServer failed = rfc_server();
  EXPECT_EQ(failed.receive("").kind, Kind::failed);
  EXPECT_EQ(failed.receive(sasl_initial_body("SCRAM-SHA-256", "n,,n=,r=abc")).kind, Kind::failed);

  ScramServer accepted = rfc_server();
  scram_password_client client("pencil", "abc");
  const std::string final_message =
      client.final(accepted.receive(sasl_initial_body("SCRAM-SHA-256", client.first())).data);
  EXPECT_EQ(accepted.receive(final_message).kind, Kind::done);
  EXPECT_EQ(accepted.receive(final_message).error.sqlstate, "08P01");
}

TEST(scram_server, bounds_messages_at_1024_bytes) {
  for (const auto& [padding, kind] :
       {std::pair(1024 - 18 - 11, Kind::send), std::pair(1024 - 17 - 11, Kind::failed)}) {
    ScramServer server = rfc_server();
    const std::string first = "n,,n=,r=abc" + std::string(static_cast<std::size_t>(padding), 'a');
    EXPECT_EQ(server.receive(sasl_initial_body("SCRAM-SHA-256", first)).kind, kind);
  }
}

}  // namespace
}  // namespace pgsegue::session

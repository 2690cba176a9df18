#include "proxy/session/scram_client.hpp"

#include "proxy/session/base64.hpp"
#include "proxy/session/scram_server.hpp"
#include "tests/session/scram_password_client.hpp"
#include "tests/session/scram_samples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace pgsegue::session {
namespace {

using namespace std::string_literals;
using Kind = ScramStep::Kind;
using testing::end_point;

const std::string both = "SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0"s;
const std::string without_plus = "SCRAM-SHA-256\0\0"s;

ScramVerifier rfc_keys() {
  return parse_scram_verifier(testing::rfc_verifier).verifier.value();
}

ScramKey rfc_client_key() {
  const std::string bytes = decode_base64(testing::rfc_client_key).value();
  ScramKey key{};
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

ScramClient make_client(std::string hash = {}) {
  return {rfc_client_key(), rfc_keys(), std::move(hash), testing::rfc_client_nonce_source};
}

TEST(scram_client, proves_the_key_as_an_independent_computation_does) {
  ScramClient client = make_client();
  EXPECT_EQ(client.start(without_plus).data, "n,,n=,r=rOprNGfwEbeRWgbNEkqO");
  EXPECT_EQ(client.receive_continue(testing::rfc_challenge).data,
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
            "p=qvT2SWdEH5Q06albL+hjSYuUhCG7VndFyzIb7CK4n9k=");
  EXPECT_FALSE(client.done());
  EXPECT_EQ(client.receive_final("v=3HO6Qt1M4MKJrmlKaoOqLAI0/0TV0HZe7J9H3MBtSOg=").kind, Kind::done);
  EXPECT_TRUE(client.done());
}

TEST(scram_client, binds_to_the_servers_certificate_if_the_server_offers_it) {
  ScramClient client = make_client(end_point);
  EXPECT_EQ(client.start(both).data, "p=tls-server-end-point,,n=,r=rOprNGfwEbeRWgbNEkqO");
  EXPECT_EQ(client.mechanism(), "SCRAM-SHA-256-PLUS");
  EXPECT_EQ(client.receive_continue(testing::rfc_challenge).data,
            "c=cD10bHMtc2VydmVyLWVuZC1wb2ludCwsaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGg=,"
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
            "p=LfjxyZfTmKlXTL29yIM915zG56/E8ghulzuCss7++mQ=");
  EXPECT_EQ(client.receive_final("v=GJyyL5958zlI4sbkiUXLDJMcNoZdh3VjjwAYD80m7Bs=").kind, Kind::done);
}

TEST(scram_client, says_what_it_could_have_done) {
  ScramClient over_tls = make_client(end_point);
  EXPECT_TRUE(over_tls.start(without_plus).data.starts_with("y,,"));
  EXPECT_EQ(over_tls.mechanism(), "SCRAM-SHA-256");
  ScramClient plain = make_client();
  EXPECT_TRUE(plain.start(both).data.starts_with("n,,"));
  EXPECT_EQ(plain.mechanism(), "SCRAM-SHA-256");
}

TEST(scram_client, refuses_a_server_without_a_known_mechanism) {
  for (const std::string& list :
       {""s, "\0"s, "SCRAM-SHA-1\0\0"s, "SCRAM-SHA-256-PLUS\0\0"s, "SCRAM-SHA-2567\0\0"s}) {
    ScramClient client = make_client();
    EXPECT_EQ(client.start(list).kind, Kind::failed) << list;
    EXPECT_EQ(client.receive_continue(testing::rfc_challenge).kind, Kind::failed);
  }
}

TEST(scram_client, says_so_if_there_are_no_random_bytes) {
  ScramClient client(rfc_client_key(), rfc_keys(), {}, testing::failing_nonce_source);
  EXPECT_EQ(client.start(both).kind, Kind::failed);
}

TEST(scram_client, takes_the_key_that_a_scram_server_recovered) {
  for (const std::string& hash : {""s, end_point}) {
    ScramClient client(rfc_client_key(), rfc_keys(), hash);
    ScramServer server("user", rfc_keys(), hash);
    const ScramStep first = client.start(server.mechanisms());
    const ScramStep challenge = server.receive(testing::sasl_initial_body(client.mechanism(), first.data));
    const ScramStep final_message = client.receive_continue(challenge.data);
    const ScramStep signature = server.receive(final_message.data);
    ASSERT_EQ(signature.kind, Kind::done) << signature.error.message;
    EXPECT_EQ(client.receive_final(signature.data).kind, Kind::done);
    EXPECT_EQ(server.client_key(), rfc_client_key());
  }
}

TEST(scram_client, refuses_a_challenge_that_is_malformed_or_not_for_these_keys) {
  const std::string nonce = "r=rOprNGfwEbeRWgbNEkqOx";
  for (const auto& [text, says] :
       {std::pair(""s, "Expected attribute \"r\""),
        std::pair("r=,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"s, "nonce"),
        std::pair("r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"s, "nonce"),
        std::pair("r=somethingelse,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"s, "nonce"),
        std::pair(nonce + "\x01,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", "nonce"),
        std::pair(nonce + ",i=4096", "Expected attribute \"s\""),
        std::pair(nonce + ",s=*,i=4096", "cannot be read"),
        std::pair(nonce + ",s=W22ZaJ0SNY7soEsUEjb6gQ==", "Expected attribute \"i\""),
        std::pair(nonce + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=", "cannot be read"),
        std::pair(nonce + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096x", "cannot be read"),
        std::pair(nonce + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=99999999999", "cannot be read"),
        std::pair(nonce + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,x=y", "behind its end"),
        std::pair(nonce + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4097", "differs from the verifier"),
        std::pair(nonce + ",s=W22ZaJ0SNY7soEsUEjb6gg==,i=4096", "differs from the verifier"),
        std::pair(nonce + std::string(1024, 'x'), "too long")}) {
    ScramClient client = make_client();
    client.start(without_plus);
    const ScramStep step = client.receive_continue(text);
    EXPECT_EQ(step.kind, Kind::failed) << text;
    EXPECT_NE(step.error.detail.find(says), std::string::npos) << text << ": " << step.error.detail;
    EXPECT_EQ(client.receive_final("v=3HO6Qt1M4MKJrmlKaoOqLAI0/0TV0HZe7J9H3MBtSOg=").kind, Kind::failed);
  }
}

TEST(scram_client, refuses_a_server_that_does_not_prove_itself) {
  for (const std::string& text : {""s, "v="s, "v=AAAA"s, "v=3HO6Qt1M4MKJrmlKaoOqLAI0/0TV0HZe7J9H3MBtSOh="s,
                                  "v=3HO6Qt1M4MKJrmlKaoOqLAI0/0TV0HZe7J9H3MBtSOg=,x=y"s, "e=other-error"s}) {
    ScramClient client = make_client();
    client.start(without_plus);
    client.receive_continue(testing::rfc_challenge);
    EXPECT_EQ(client.receive_final(text).kind, Kind::failed) << text;
    EXPECT_FALSE(client.done());
  }
}

TEST(scram_client, refuses_messages_out_of_turn) {
  ScramClient never_started = make_client();
  EXPECT_EQ(never_started.receive_final("v=3HO6Qt1M4MKJrmlKaoOqLAI0/0TV0HZe7J9H3MBtSOg=").kind, Kind::failed);
  ScramClient twice = make_client();
  EXPECT_EQ(twice.start(without_plus).kind, Kind::send);
  EXPECT_EQ(twice.start(without_plus).kind, Kind::failed);
  ScramClient challenged_twice = make_client();
  challenged_twice.start(without_plus);
  EXPECT_EQ(challenged_twice.receive_continue(testing::rfc_challenge).kind, Kind::send);
  EXPECT_EQ(challenged_twice.receive_continue(testing::rfc_challenge).kind, Kind::failed);
}

TEST(scram_client, survives_any_bytes_from_a_server) {
  std::mt19937 random(7677);
  for (int round = 0; round < 5'000; ++round) {
    ScramClient client = make_client();
    client.start(without_plus);
    std::string challenge(testing::rfc_challenge);
    challenge[random() % challenge.size()] = static_cast<char>(random());
    client.receive_continue(challenge);
    std::string noise(random() % 64, '\0');
    std::generate(noise.begin(), noise.end(), [&random] { return static_cast<char>(random()); });
    EXPECT_EQ(client.receive_final("v=" + noise).kind, Kind::failed);
  }
}

}  // namespace
}  // namespace pgsegue::session

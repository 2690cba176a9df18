#include "proxy/session/scram_server.hpp"
#include "tests/session/scram_password_client.hpp"
#include "tests/session/scram_samples.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace pgsegue::session {
namespace {

using namespace std::string_literals;
using Kind = ScramStep::Kind;
using testing::end_point;
using testing::sasl_initial_body;
using testing::scram_password_client;

ScramServer make_server(std::string hash = {}) {
  return {"user", parse_scram_verifier(testing::rfc_verifier).verifier.value(), std::move(hash),
          testing::rfc_server_nonce_source};
}

struct malformed {
  std::string message;
  std::string sqlstate;
  std::string says;  ///< in the message or the detail
  std::string mechanism = "SCRAM-SHA-256";
  std::string hash = {};
};

void expect_refused(const ScramStep& step, const malformed& expected) {
  EXPECT_EQ(step.kind, Kind::failed) << expected.message;
  EXPECT_EQ(step.error.sqlstate, expected.sqlstate) << expected.message;
  const std::string said = step.error.message + " | " + step.error.detail;
  EXPECT_NE(said.find(expected.says), std::string::npos) << expected.message << ": " << said;
}

TEST(scram_server_malformed, client_first_message) {
  const std::string plus = "SCRAM-SHA-256-PLUS";
  for (const malformed& sample : {
           malformed{"", "08P01", "The message is empty."},
           malformed{"n,,n=,r=a\0"s, "08P01", "Message length does not match input length."},
           malformed{"x,,n=,r=a", "08P01", "Unexpected channel-binding flag \"x\"."},
           malformed{"\x01,,n=,r=a", "08P01", "Unexpected channel-binding flag \"0x01\"."},
           malformed{"n", "08P01", "Comma expected, but found character \"0x00\"."},
           malformed{"nn,,n=,r=a", "08P01", "Comma expected, but found character \"n\"."},
           malformed{"y", "08P01", "Comma expected"},
           malformed{"n,", "08P01", "Unexpected attribute \"0x00\" in client-first-message."},
           malformed{"n,b,n=,r=a", "08P01", "Unexpected attribute \"b\" in client-first-message."},
           malformed{"n,a=admin,n=,r=a", "0A000", "client uses authorization identity"},
           malformed{"n,,", "08P01", "Expected attribute \"n\" but found \"0x00\"."},
           malformed{"n,,m=ext,n=,r=a", "0A000", "unsupported SCRAM extension"},
           malformed{"n,,r=a", "08P01", "Expected attribute \"n\" but found \"r\"."},
           malformed{"n,,n,r=a", "08P01", "Expected character \"=\" for attribute \"n\"."},
           malformed{"n,,n=", "08P01", "Expected attribute \"r\" but found \"0x00\"."},
           malformed{"n,,n=,x=a", "08P01", "Expected attribute \"r\" but found \"x\"."},
           malformed{"n,,n=,r=a b", "08P01", "non-printable characters in SCRAM nonce"},
           malformed{"n,,n=,r=a\x7f", "08P01", "non-printable characters in SCRAM nonce"},
           malformed{"n,,n=,r=a,1=x", "08P01", "invalid character \"1\""},
           malformed{"n,,n=,r=a,x", "08P01", "Expected character \"=\" for attribute \"x\"."},
           malformed{"p=tls-server-end-point,,n=,r=a", "08P01",
                     "without channel binding, but the SCRAM message includes"},
           malformed{"y,,n=,r=a", "28000", "channel binding negotiation error", "SCRAM-SHA-256", end_point},
           malformed{"n,,n=,r=a", "08P01", "does not include channel binding data", plus, end_point},
           malformed{"y,,n=,r=a", "08P01", "does not include channel binding data", plus, end_point},
           malformed{"p=tls-unique,,n=,r=a", "08P01", "unsupported SCRAM channel-binding type \"tls-unique\"",
                     plus, end_point},
           malformed{"p,,n=,r=a", "08P01", "Expected character \"=\" for attribute \"p\"."s, plus, end_point},
           malformed{"p=tls-server-end-point", "08P01", "Unexpected attribute \"0x00\"", plus, end_point},
           malformed{"p=tls-server-end-point,a=x,n=,r=a", "0A000", "authorization identity", plus, end_point},
           malformed{"n,,n=,r=a", "08P01", "invalid SASL authentication mechanism", plus},
           malformed{"n,,n=,r=a", "08P01", "invalid SASL authentication mechanism", "SCRAM-SHA-1"},
           malformed{"n,,n=,r=a", "08P01", "invalid SASL authentication mechanism", ""},
       }) {
    ScramServer server = make_server(sample.hash);
    expect_refused(server.receive(sasl_initial_body(sample.mechanism, sample.message)), sample);
  }
}

TEST(scram_server_malformed, initial_response_framing) {
  for (const malformed& sample : {
           malformed{""s, "08P01", "invalid string in message"},
           malformed{"SCRAM-SHA-256"s, "08P01", "invalid string in message"},
           malformed{"SCRAM-SHA-256\0\0\0\0"s, "08P01", "insufficient data left in message"},
           malformed{"SCRAM-SHA-256\0\0\0\0\x0cn,,n=,r=abc"s, "08P01", "insufficient data left in message"},
           malformed{"SCRAM-SHA-256\0\x7f\xff\xff\xffn,,n=,r=abc"s, "08P01",
                     "insufficient data left in message"},
           malformed{"SCRAM-SHA-256\0\xff\xff\xff\xfen,,n=,r=abc"s, "08P01",
                     "insufficient data left in message"},
           malformed{"SCRAM-SHA-256\0\0\0\0\x0an,,n=,r=abc"s, "08P01", "invalid message format"},
           malformed{"SCRAM-SHA-256\0\xff\xff\xff\xffn"s, "08P01", "invalid message format"},
           malformed{std::string(1025, 'a'), "08P01", "invalid message length"},
       }) {
    ScramServer server = make_server();
    expect_refused(server.receive(sample.message), sample);
  }
}

TEST(scram_server_malformed, client_final_message) {
  const std::string nonce = "r=abc" + std::string(testing::rfc_server_nonce);
  const std::string proof = "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
  for (const malformed& sample : {
           malformed{"", "08P01", "The message is empty."},
           malformed{"c=biws\0"s, "08P01", "Message length does not match input length."},
           malformed{"r=abc", "08P01", "Expected attribute \"c\" but found \"r\"."},
           malformed{"c", "08P01", "Expected character \"=\" for attribute \"c\"."},
           malformed{"c=eSws," + nonce + "," + proof, "08P01", "unexpected SCRAM channel-binding attribute"},
           malformed{"c=," + nonce + "," + proof, "08P01", "unexpected SCRAM channel-binding attribute"},
           malformed{"c=biws", "08P01", "Expected attribute \"r\""},
           malformed{"c=biws," + proof, "08P01", "Expected attribute \"r\" but found \"p\"."},
           malformed{"c=biws," + nonce, "08P01", "Attribute expected, but found end of string."},
           malformed{"c=biws," + nonce + ",x=y", "08P01", "Attribute expected, but found end of string."},
           malformed{"c=biws," + nonce + ",p", "08P01", "Expected character \"=\" for attribute \"p\"."},
           malformed{"c=biws," + nonce + ",p=", "08P01", "Malformed proof in client-final-message."},
           malformed{"c=biws," + nonce + ",p=AAAA", "08P01", "Malformed proof in client-final-message."},
           malformed{"c=biws," + nonce + ",p=*" + proof.substr(3), "08P01", "Malformed proof"},
           malformed{"c=biws," + nonce + "," + proof + ",x=y", "08P01", "Garbage found at the end"},
           malformed{"c=biws,r=abc," + proof, "08P01", "Nonce does not match."},
           malformed{"c=biws," + nonce + "x," + proof, "08P01", "Nonce does not match."},
           malformed{"c=biws," + nonce + "," + proof, "28P01", "password authentication failed"},
           malformed{std::string(1025, 'a'), "08P01", "invalid message length"},
       }) {
    ScramServer server = make_server();
    ASSERT_EQ(server.receive(sasl_initial_body("SCRAM-SHA-256", "n,,n=,r=abc")).kind, Kind::send);
    expect_refused(server.receive(sample.message), sample);
  }
}

TEST(scram_server_malformed, no_truncation_is_accepted) {
  scram_password_client client("pencil", "abc");
  ScramServer whole = make_server();
  const std::string final_message =
      client.final(whole.receive(sasl_initial_body("SCRAM-SHA-256", client.first())).data);
  ASSERT_EQ(whole.receive(final_message).kind, Kind::done);
  for (std::size_t size = 0; size < final_message.size(); ++size) {
    ScramServer server = make_server();
    ASSERT_EQ(server.receive(sasl_initial_body("SCRAM-SHA-256", client.first())).kind, Kind::send);
    EXPECT_EQ(server.receive(final_message.substr(0, size)).kind, Kind::failed) << size;
  }
}

std::string mutate(std::string message, std::mt19937& random) {
  const std::size_t at = random() % message.size();
  switch (random() % 4) {
    case 0:
      message[at] = static_cast<char>(random());
      break;
    case 1:
      message.erase(at, 1 + random() % 8);
      break;
    case 2:
      message.insert(at, 1 + random() % 8, static_cast<char>(random()));
      break;
    default:
      std::swap(message[at], message[random() % message.size()]);
  }
  return message;
}

TEST(scram_server_malformed, no_mutation_is_accepted) {
  std::mt19937 random(20240731);
  scram_password_client client("pencil", "abc");
  const std::string initial = sasl_initial_body("SCRAM-SHA-256", client.first());
  const std::string right = client.final(make_server().receive(initial).data);
  for (int round = 0; round < 10'000; ++round) {
    ScramServer server = make_server();
    const std::string first = round % 2 == 0 ? mutate(initial, random) : initial;
    const std::string last = round % 2 == 0 ? right : mutate(right, random);
    ScramStep step = server.receive(first);
    if (step.kind == Kind::send) step = server.receive(last);
    EXPECT_EQ(step.kind == Kind::done, first == initial && last == right) << round;
    EXPECT_EQ(step.error.sqlstate.size(), step.kind == Kind::failed ? 5u : 0u) << round;
  }
}

}  // namespace
}  // namespace pgsegue::session

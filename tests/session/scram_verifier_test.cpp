#include "proxy/session/scram_verifier.hpp"

#include "proxy/session/base64.hpp"
#include "tests/session/scram_samples.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pgsegue::session {
namespace {

using testing::postgres_verifier;
using testing::rfc_verifier;

TEST(scram_verifier, reads_every_part) {
  const ParsedVerifier parsed = parse_scram_verifier(rfc_verifier);
  ASSERT_TRUE(parsed.verifier) << parsed.error;
  EXPECT_EQ(parsed.verifier->iterations, 4096u);
  EXPECT_EQ(encode_base64(parsed.verifier->salt), "W22ZaJ0SNY7soEsUEjb6gQ==");
  EXPECT_EQ(encode_base64(parsed.verifier->stored_key), "WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=");
  EXPECT_EQ(encode_base64(parsed.verifier->server_key), "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
  EXPECT_FALSE(parsed.verifier->mock);
}

TEST(scram_verifier, refuses_every_truncation) {
  for (std::size_t size = 0; size < postgres_verifier.size(); ++size) {
    const ParsedVerifier parsed = parse_scram_verifier(postgres_verifier.substr(0, size));
    EXPECT_FALSE(parsed.verifier) << size;
    EXPECT_FALSE(parsed.error.empty()) << size;
  }
}

std::string with(std::string_view part, std::string_view replacement) {
  std::string text(rfc_verifier);
  return text.replace(text.find(part), part.size(), replacement);
}

struct damage {
  const char* part;
  const char* replacement;
  const char* complaint;
};

class scram_verifier_malformed : public ::testing::TestWithParam<damage> {};

TEST_P(scram_verifier_malformed, is_refused) {
  const ParsedVerifier parsed = parse_scram_verifier(with(GetParam().part, GetParam().replacement));
  EXPECT_FALSE(parsed.verifier);
  EXPECT_NE(parsed.error.find(GetParam().complaint), std::string::npos) << parsed.error;
}

INSTANTIATE_TEST_SUITE_P(
    each_part, scram_verifier_malformed,
    ::testing::Values(damage{"SCRAM-SHA-256$", "SCRAM-SHA-1$", "SCRAM-SHA-256"},
                      damage{"SCRAM-SHA-256$", "md5", "SCRAM-SHA-256"},
                      damage{"SCRAM-SHA-256$", " SCRAM-SHA-256$", "SCRAM-SHA-256"},
                      damage{"$4096:", "$:", "iteration"}, damage{"$4096:", "$0:", "iteration"},
                      damage{"$4096:", "$-1:", "iteration"}, damage{"$4096:", "$+4096:", "iteration"},
                      damage{"$4096:", "$ 4096:", "iteration"}, damage{"$4096:", "$2147483648:", "iteration"},
                      damage{"$4096:", "$99999999999:", "iteration"}, damage{"$4096:", "$4096", "form"},
                      damage{"W22ZaJ0SNY7soEsUEjb6gQ==", "", "salt"},
                      damage{"W22ZaJ0SNY7soEsUEjb6gQ==", "W22Z*J0SNY7soEsUEjb6gQ==", "salt"},
                      damage{"WG5d8oPm", "", "StoredKey"}, damage{"WG5d8oPm", "WG5d8oPmWG5d", "StoredKey"},
                      damage{"wfPLwcE6", "", "ServerKey"}, damage{"l2dU=", "l2dU=\n", "ServerKey"},
                      damage{"l2dU=", "l2dU=:", "ServerKey"}));

TEST(scram_verifier, is_made_up_alike_for_the_same_user) {
  const auto first = mock_scram_verifier("nobody"), second = mock_scram_verifier("nobody");
  const auto other = mock_scram_verifier("nobody2");
  ASSERT_TRUE(first && second && other);
  EXPECT_TRUE(first->mock);
  EXPECT_EQ(first->salt, second->salt);
  EXPECT_NE(first->salt, other->salt);
  const ScramVerifier real = *parse_scram_verifier(postgres_verifier).verifier;
  EXPECT_EQ(first->iterations, real.iterations);
  EXPECT_EQ(first->salt.size(), real.salt.size());
}

}  // namespace
}  // namespace pgsegue::session

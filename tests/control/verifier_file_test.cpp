#include "proxy/control/verifier_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace pgsegue::control {
namespace {

const std::string verifier =
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:"
    "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=";
const std::string good_line = "\"ada\" \"" + verifier + "\"";

session::VerifierResult look_up(const verifier_file::roles& roles, const std::string& user) {
  session::VerifierResult found;
  verifier_file(roles).look_up(user, [&found](const session::VerifierResult& result) { found = result; });
  return found;
}

TEST(verifier_file, reads_roles) {
  const auto parsed = parse_verifier_file("# who may log in\n\n  \t\n; nobody else\r\n" + good_line +
                                              "\r\n\t\"the \"\"second\"\"\"\t\"" + verifier + "\" ",
                                          "roles");
  ASSERT_TRUE(parsed.diagnostics.empty()) << rules::render(parsed.diagnostics[0], false);
  EXPECT_EQ(parsed.roles.size(), 2u);
  EXPECT_EQ(parsed.roles.at("ada"), verifier);
  EXPECT_EQ(parsed.roles.at("the \"second\""), verifier);
}

TEST(verifier_file, finds_roles_by_their_exact_name) {
  const auto parsed = parse_verifier_file(good_line, "roles");
  EXPECT_EQ(look_up(parsed.roles, "ada").verifier, verifier);
  for (const char* user : {"Ada", "", "ada ", "bob"}) {
    EXPECT_TRUE(look_up(parsed.roles, user).ok);
    EXPECT_EQ(look_up(parsed.roles, user).verifier, "") << user;
  }
}

struct malformed {
  std::string line;
  unsigned column;
  std::string says;
};

TEST(verifier_file, points_at_what_is_wrong_without_showing_it) {
  const std::string quoted = "\"" + verifier + "\"";
  for (const auto& [line, column, says] :
       {malformed{"ada " + quoted, 1, "role name"}, malformed{"  \"ada", 3, "role name"},
        malformed{"\"\" " + quoted, 1, "role name"}, malformed{"\"ada\"", 6, "a verifier in double quotes"},
        malformed{"\"ada\" " + verifier, 7, "a verifier in double quotes"},
        malformed{"\"ada\" \"" + verifier, 7, "a verifier in double quotes"},
        malformed{"\"ada\" \"md5c0ffee\"", 7, "SCRAM-SHA-256"},
        malformed{"\"ada\" \"secret\"", 7, "SCRAM-SHA-256"},
        malformed{"\"ada\" " + quoted + " x", 8 + static_cast<unsigned>(quoted.size()),
                  "nothing may follow"}}) {
    const auto parsed = parse_verifier_file("\n" + line + "\n", "roles");
    ASSERT_EQ(parsed.diagnostics.size(), 1u) << line;
    EXPECT_EQ(parsed.diagnostics[0].line, 2u) << line;
    EXPECT_EQ(parsed.diagnostics[0].column, column) << line;
    const std::string shown = rules::render(parsed.diagnostics[0], false);
    EXPECT_NE(shown.find(says), std::string::npos) << shown;
    EXPECT_EQ(shown.find("secret"), std::string::npos) << shown;
    EXPECT_EQ(shown.find("WG5d8o"), std::string::npos) << shown;
  }
}

TEST(verifier_file, refuses_a_role_listed_twice) {
  const auto parsed = parse_verifier_file(good_line + "\n" + good_line, "roles");
  ASSERT_EQ(parsed.diagnostics.size(), 1u);
  EXPECT_EQ(parsed.diagnostics[0].message, "role \"ada\" is listed twice");
}

TEST(verifier_file, is_loaded_from_disk) {
  const std::string path = ::testing::TempDir() + "pgsegue-verifiers";
  std::ofstream(path) << good_line;
  EXPECT_EQ(load_verifier_file(path).roles.size(), 1u);
  std::ofstream(path, std::ios::trunc).flush();
  EXPECT_TRUE(load_verifier_file(path).diagnostics.empty());
  std::remove(path.c_str());
  const auto missing = load_verifier_file(path);
  ASSERT_EQ(missing.diagnostics.size(), 1u);
  EXPECT_NE(missing.diagnostics[0].message.find("No such file"), std::string::npos);
}

}  // namespace
}  // namespace pgsegue::control

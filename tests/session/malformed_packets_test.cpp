// Seeded garbage at every phase, from either side. Under the sanitizers this is the test that no byte of a
// peer can break the process; everywhere, that the session ends with the right class of error or goes on in
// step.
#include "proxy/session/rules_rewriter.hpp"
#include "tests/support/scripted_session.hpp"
#include "tests/support/wire_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue {
namespace {

using session::Side;
using test::ScriptedSession;

constexpr int packets_per_phase = 10'000;

/// A point of a conversation: what each side has sent to get there.
struct Stage {
  std::string_view name;
  std::string_view database;      ///< empty: no start-up packet yet
  std::string_view client_lines;  ///< after the login
  std::string_view server_lines;
  bool logged_in = true;
};
constexpr Stage stages[] = {
    {"start_up", "", "", "", false},
    {"login", "plain", "", "AuthenticationCleartextPassword", false},
    {"raw_idle", "plain", "", ""},
    {"raw_busy", "plain", "Query \"SELECT 1\"", ""},
    {"raw_copy", "plain", "Query \"COPY t FROM STDIN\"", "CopyInResponse"},
    {"versioned_idle", "shop@v1", "", ""},
    {"versioned_probing", "shop@v1", "Query \"SELECT last_name FROM person\"", ""},
    {"versioned_batch", "shop@v1", "Parse \"s\" \"SELECT 1\"\nBind \"\" \"s\"\nExecute \"\" 0\nFlush",
     "ParseComplete"},
    {"versioned_discarding", "shop@v1", "Parse \"s\" \"SELEC\"",
     "ErrorResponse S=\"ERROR\" C=\"42601\" M=\"m\""},
};

class Garbage {
 public:
  explicit Garbage(std::uint32_t seed) : random_(seed) {}

  std::string packet(std::string_view types) {
    std::string bytes;
    for (int n = below(3); n >= 0; --n)
      bytes += message(types);
    if (below(8) == 0) bytes.resize(bytes.size() / 2);
    return bytes;
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  char any_byte() { return static_cast<char>(random_()); }

  std::string body() {
    static constexpr std::array<int, 6> sizes{0, 1, 4, 5, 30, 300};
    std::string bytes(static_cast<std::size_t>(sizes[static_cast<std::size_t>(below(6))]), '\0');
    for (char& byte : bytes)
      byte = below(3) == 0 ? '\0' : any_byte();
    return below(4) == 0 ? "SELECT last_name FROM person" + bytes : bytes;
  }

  std::string message(std::string_view types) {
    const std::string content = body();
    const auto size = static_cast<std::uint32_t>(content.size());
    const std::array<std::uint32_t, 9> lengths{size + 4, size + 4, size + 4,   size + 5,  0,
                                               3,        4,        0x7fffffff, 0xffffffff};
    const std::uint32_t length = lengths[static_cast<std::size_t>(below(9))];
    std::string bytes;
    if (!types.empty()) bytes = below(10) == 0 ? any_byte() : types[random_() % types.size()];
    for (int shift = 24; shift >= 0; shift -= 8)
      bytes += static_cast<char>(length >> shift);
    return bytes + content;
  }

  std::mt19937 random_;
};

class MalformedPackets : public testing::TestWithParam<Stage> {
 protected:
  std::unique_ptr<ScriptedSession> at_stage(std::size_t chunk) {
    const Stage& stage = GetParam();
    auto made = std::make_unique<ScriptedSession>(directory_, session::SessionSettings{}, adapter_, chunk);
    if (stage.database.empty()) return made;
    client(*made, "Startup user=\"ada\" database=\"" + std::string(stage.database) + "\"");
    made->event([](auto& core, auto& out) { core.on_connected(false, out); });
    if (stage.logged_in) server(*made, "AuthenticationOk\nBackendKeyData 1 2\nReadyForQuery I");
    client(*made, stage.client_lines);
    server(*made, stage.server_lines);
    made->take(Side::client);
    made->take(Side::server);
    return made;
  }

  static void client(ScriptedSession& to, std::string_view lines) {
    to.send(Side::client, test::encode_wire_lines(lines, test::frontend_grammar()));
  }
  static void server(ScriptedSession& to, std::string_view lines) {
    to.send(Side::server, test::encode_wire_lines(lines, test::backend_grammar()));
  }

  // An error that the core makes itself when it ends a session: a violation, or what a start-up packet lacks.
  static void expect_sound_end(const std::string& to_client) {
    const std::size_t fatal = to_client.find("VFATAL");
    if (fatal == std::string::npos) return;
    const std::string code = to_client.substr(to_client.find('C', fatal + 6) + 1, 5);
    EXPECT_TRUE(code == "08P01" || code == "0A000" || code == "28000" || code == "3D000") << code;
  }

  void run(Side from, std::string_view types) {
    Garbage garbage(20261121);
    for (int n = 0; n < packets_per_phase; ++n) {
      const auto victim = at_stage(n % 3 == 0 ? 1 : 0);
      const std::string packet = garbage.packet(types);
      victim->send(from, packet);
      const std::string to_client = victim->take(Side::client);
      const std::string to_server = victim->take(Side::server);
      expect_sound_end(to_client);
      EXPECT_LT(to_client.size() + to_server.size(), 4 * packet.size() + 4096) << n;
      victim->event([](auto& core, auto& out) { core.on_end_of_stream(Side::client, out); });
      victim->event([](auto& core, auto& out) { core.on_end_of_stream(Side::server, out); });
    }
  }

  std::shared_ptr<test::TestDirectory> directory_ = std::make_shared<test::TestDirectory>();
  rules::Rewriter rewriter_{{}};
  session::RulesRewriter adapter_{rewriter_};
};

TEST_P(MalformedPackets, FromTheClientDoNoHarm) {
  run(Side::client, GetParam().database.empty() ? "" : "QPBDECSHXFdcfp");
}

class MalformedServerPackets : public MalformedPackets {};

TEST_P(MalformedServerPackets, DoNoHarm) {
  run(Side::server, "RSKZTDCIENAG123nstcdHWVv");
}

std::string name_of(const testing::TestParamInfo<Stage>& stage) {
  return std::string(stage.param.name);
}

INSTANTIATE_TEST_SUITE_P(Session, MalformedPackets, testing::ValuesIn(stages), name_of);
INSTANTIATE_TEST_SUITE_P(Session, MalformedServerPackets, testing::ValuesIn(std::span(stages).subspan(1)),
                         name_of);

}  // namespace
}  // namespace pgsegue

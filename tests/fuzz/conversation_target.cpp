#include "proxy/session/rules_rewriter.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/support/scripted_session.hpp"
#include "tests/support/wire_text.hpp"

#include <memory>
#include <string>
#include <utility>

namespace pgsegue::fuzz {
namespace {

using session::Side;
using test::ScriptedSession;

constexpr std::string_view close_event = "Close\n";

/// The first byte chooses the database, and whether the login has happened; then come pieces of what the
/// sides send: a byte whose lowest bit is the side and whose others are the length, and as many bytes.
class Conversation {
 public:
  Conversation(std::string_view input, std::size_t chunk)
      : input_(input), session_(directory(), session::SessionSettings{}, adapter_, chunk) {}

  /// What the sides got, and the events.
  std::string run() {
    begin(take_byte());
    while (!input_.empty()) {
      const unsigned how = take_byte();
      const std::string_view piece = input_.substr(0, how >> 1);
      input_.remove_prefix(piece.size());
      session_.send((how & 1) == 0 ? Side::client : Side::server, piece);
    }
    std::string result =
        session_.take(Side::client) + "|" + session_.take(Side::server) + "|" + session_.take_events();
    session_.event([](auto& core, auto& out) { core.on_end_of_stream(Side::client, out); });
    session_.event([](auto& core, auto& out) { core.on_end_of_stream(Side::server, out); });
    return result;
  }

 private:
  static std::shared_ptr<test::TestDirectory> directory() {
    static const auto made = std::make_shared<test::TestDirectory>();
    return made;
  }

  unsigned take_byte() {
    if (input_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(input_.front());
    input_.remove_prefix(1);
    return byte;
  }

  void begin(unsigned how) {
    if ((how & 2) == 0) return;
    const std::string database = (how & 1) == 0 ? "shop@v1" : "plain";
    session_.send(Side::client, test::encode_wire_lines("Startup user=\"ada\" database=\"" + database + "\"",
                                                        test::frontend_grammar()));
    session_.event([](auto& core, auto& out) { core.on_connected(false, out); });
    if ((how & 4) == 0) return;
    session_.send(Side::server,
                  test::encode_wire_lines("AuthenticationOk\nBackendKeyData 1 2\nReadyForQuery I",
                                          test::backend_grammar()));
  }

  std::string_view input_;
  rules::Rewriter rewriter_{{}};
  session::RulesRewriter adapter_{rewriter_};
  ScriptedSession session_;
};

}  // namespace

void conversation(std::string_view input) {
  const std::string whole = Conversation(input, 0).run();
  // What one side had sent when the other's violation ended the session is a matter of time.
  if (whole.ends_with(close_event)) {
    Conversation(input, 1).run();
    return;
  }
  const std::string bytewise = Conversation(input, 1).run();
  require(bytewise == whole, "byte by byte, the conversation goes another way",
          whole + "\n instead of \n" + bytewise);
}

}  // namespace pgsegue::fuzz

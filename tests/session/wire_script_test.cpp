// Conversations as data: tests/data/wire/*.test, each replayed with the input cut into pieces of several
// sizes, one byte at a time among them.
#include "proxy/session/rules_rewriter.hpp"
#include "tests/support/data_file.hpp"
#include "tests/support/scripted_session.hpp"
#include "tests/support/wire_text.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>

namespace pgsegue {
namespace {

using session::SessionCore;
using session::Side;
using test::DataCase;

constexpr std::string_view server_login =
    "AuthenticationOk\n"
    "ParameterStatus \"server_version\" \"15.4\"\n"
    "ParameterStatus \"client_encoding\" \"UTF8\"\n"
    "ParameterStatus \"standard_conforming_strings\" \"on\"\n"
    "BackendKeyData 77 88\n"
    "ReadyForQuery I\n";

// The probe's answer as a server with the default path gives it.
constexpr std::string_view probe_answer =
    "CloseComplete\nParseComplete\nBindComplete\n"
    "DataRow \"p\" \"pg_catalog\" \"1\"\nDataRow \"p\" \"public\" \"2\"\n"
    "CommandComplete \"SELECT 2\"\nCloseComplete\nCloseComplete\n";

class Script {
 public:
  explicit Script(std::size_t chunk) : chunk_(chunk) {}

  std::string answer(const DataCase& data) {
    const auto found = commands().find(data.words.front());
    if (found == commands().end()) throw std::invalid_argument("unknown command " + data.words.front());
    return (this->*found->second)(data);
  }

 private:
  using Command = std::string (Script::*)(const DataCase&);
  static const std::map<std::string, Command>& commands() {
    static const std::map<std::string, Command> table{
        {"connect", &Script::connect},
        {"login", &Script::login},
        {"send", &Script::send},
        {"until", &Script::until},
        {"server_sends", &Script::server_sends},
        {"server_answers_probe", &Script::server_answers_probe},
        {"server_receives", &Script::server_receives},
        {"server_start_up", &Script::server_start_up},
        {"events", &Script::events},
        {"event", &Script::event},
        {"physical_column", &Script::physical_column},
        {"retire_database", &Script::retire_database},
    };
    return table;
  }

  std::string setting(const DataCase& data, const std::string& name, const std::string& otherwise) {
    for (const std::string& word : data.words) {
      if (word.starts_with(name + "=")) return word.substr(name.size() + 1);
    }
    return otherwise;
  }

  std::string connect(const DataCase& data) {
    session::SessionSettings settings;
    settings.max_statement_bytes = std::stoul(setting(data, "max_statement_bytes", "4096"));
    if (setting(data, "client_tls", "") == "allow") settings.client_tls = session::ClientTls::allow;
    if (setting(data, "client_tls", "") == "require") settings.client_tls = session::ClientTls::require;
    directory_ = std::make_shared<test::TestDirectory>();
    const std::string tls = setting(data, "server_tls", "disable");
    directory_->shop().server_tls = tls == "prefer"    ? session::SslMode::prefer
                                    : tls == "allow"   ? session::SslMode::allow
                                    : tls == "require" ? session::SslMode::require
                                                       : session::SslMode::disable;
    session_ = std::make_unique<test::ScriptedSession>(directory_, settings, adapter_, chunk_);
    return "";
  }

  std::string login(const DataCase& data) {
    connect(data);
    const std::string start_up =
        "Startup user=\"ada\" database=\"" + setting(data, "database", "shop@v1") + "\"";
    session_->send(Side::client, test::encode_wire_lines(start_up, test::frontend_grammar()));
    session_->event([](SessionCore& core, session::Actions& out) { core.on_connected(false, out); });
    session_->send(Side::server, test::encode_wire_lines(server_login, test::backend_grammar()));
    session_->take(Side::client);
    session_->take(Side::server);
    session_->take_events();
    return "";
  }

  std::string send(const DataCase& data) {
    session_->send(Side::client, test::encode_wire_lines(data.input, test::frontend_grammar()));
    return "";
  }
  std::string server_sends(const DataCase& data) {
    session_->send(Side::server, test::encode_wire_lines(data.input, test::backend_grammar()));
    return "";
  }
  std::string server_answers_probe(const DataCase& data) {
    std::string answer(probe_answer);
    if (setting(data, "end", "Sync") == "Sync")
      answer += "ReadyForQuery " + setting(data, "status", "I") + "\n";
    session_->take(Side::server);
    session_->send(Side::server, test::encode_wire_lines(answer, test::backend_grammar()));
    return "";
  }
  std::string until(const DataCase&) {
    return test::decode_wire_bytes(session_->take(Side::client), test::backend_grammar());
  }
  std::string server_receives(const DataCase&) {
    return test::decode_wire_bytes(session_->take(Side::server), test::frontend_grammar());
  }
  std::string server_start_up(const DataCase&) {
    return test::decode_first_packet_line(session_->take(Side::server));
  }
  std::string events(const DataCase&) { return session_->take_events(); }

  std::string event(const DataCase& data) {
    const std::string& name = data.words.at(1);
    const Side side = data.words.back() == "server" ? Side::server : Side::client;
    session_->event([&](SessionCore& core, session::Actions& out) {
      if (name == "connected") core.on_connected(data.words.back() == "unix_socket", out);
      if (name == "connect_failed") core.on_connect_failed("connection refused", out);
      if (name == "direct_tls") core.on_direct_tls(out);
      if (name == "tls_ready")
        core.on_tls_ready(side, {.server_end_point = {}, .alpn = setting(data, "alpn", "")}, out);
      if (name == "tls_failed") core.on_tls_failed(side, "handshake failure", out);
      if (name == "end_of_stream") core.on_end_of_stream(side, out);
      if (name == "broken") core.on_broken(side, "connection reset", out);
      if (name == "snapshot") core.on_snapshot(true, out);
      if (name == "no_snapshot") core.on_snapshot(false, out);
      if (name == "drain") core.begin_drain(out);
      if (name == "terminate")
        core.terminate("57P01", "terminating connection because pgsegue is ending", out);
      if (name == "too_many") core.refuse_too_many("The limit is reached.", out);
      if (name == "new_configuration") core.on_configuration(out);
      if (name == "login_timeout") core.on_login_timeout(out);
    });
    return "";
  }

  std::string retire_database(const DataCase&) {
    directory_->shop().snapshots->retire();
    return "";
  }
  std::string physical_column(const DataCase& data) {
    directory_->publish(data.words.at(1));
    return "";
  }

  std::size_t chunk_;
  rules::Rewriter rewriter_{{}};
  session::RulesRewriter adapter_{rewriter_};
  std::shared_ptr<test::TestDirectory> directory_;
  std::unique_ptr<test::ScriptedSession> session_;
};

class WireScript : public testing::TestWithParam<std::string> {};

TEST_P(WireScript, GivesTheSameInPiecesOfAnySize) {
  for (const std::size_t chunk : {0, 1, 2, 3, 5, 7, 64}) {
    SCOPED_TRACE("pieces of " + std::to_string(chunk) + " bytes");
    Script script(chunk);
    test::run_data_file(GetParam(), [&](const DataCase& data) { return script.answer(data); });
  }
}

std::string file_name_of(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param.substr(info.param.rfind('/') + 1);
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Wire, WireScript, testing::ValuesIn(test::data_files("wire")), file_name_of);

}  // namespace
}  // namespace pgsegue

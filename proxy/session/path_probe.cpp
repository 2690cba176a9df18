#include "proxy/session/path_probe.hpp"

#include "parser/unicode.hpp"
#include "proxy/wire/bare_message.hpp"
#include "proxy/wire/bind.hpp"
#include "proxy/wire/close.hpp"
#include "proxy/wire/data_row.hpp"
#include "proxy/wire/execute.hpp"
#include "proxy/wire/frame_header.hpp"
#include "proxy/wire/parse.hpp"
#include "proxy/wire/query.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pgsegue::session {
namespace {

constexpr std::string_view own_name = "pgsegue search path";
// Every name is qualified: the path that is asked for is not to take part in the answer.
constexpr std::string_view probe_text =
    "SELECT 'p', s.name::pg_catalog.text, s.place FROM pg_catalog.unnest(pg_catalog.current_schemas(true)) "
    "WITH ORDINALITY AS s(name, place) "
    "UNION ALL SELECT 't', c.relname::pg_catalog.text, 0 FROM pg_catalog.pg_class AS c "
    "WHERE c.relnamespace OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema() ORDER BY 1, 3";
// The same in UTF-8 whatever client_encoding is, which may not have the names' characters.
constexpr std::string_view utf8_probe_text =
    "SELECT n.kind, pg_catalog.encode(pg_catalog.convert_to(n.name, 'UTF8'), 'hex'), n.place FROM "
    "(SELECT 'p', s.name::pg_catalog.text, s.place FROM pg_catalog.unnest(pg_catalog.current_schemas(true)) "
    "WITH ORDINALITY AS s(name, place) "
    "UNION ALL SELECT 't', c.relname::pg_catalog.text, 0 FROM pg_catalog.pg_class AS c "
    "WHERE c.relnamespace OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()) AS n(kind, name, place) "
    "ORDER BY 1, 3";

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    const int value = parser::hex_value(digits[i]) << 4 | parser::hex_value(digits[i + 1]);
    bytes += static_cast<char>(static_cast<unsigned char>(value));
  }
  return bytes;
}

constexpr wire::Close close_statement{{.is_portal = false, .name = own_name}};
constexpr wire::Close close_portal{{.is_portal = true, .name = own_name}};

}  // namespace

void PathProbe::expect(Request request) {
  conv_.queue.push({.request = request, .ours = true, .is_probe = true, .statement = {}});
}

void PathProbe::start() {
  learned_ = {};
  is_hex_ = conv_.parameters.encoding().form() == parser::TextEncoding::Form::converted;
  const std::string_view text = is_hex_ ? utf8_probe_text : probe_text;
  const char end = conv_.batch_open ? wire::flush_type : wire::sync_type;
  conv_.state.write(Side::server, [&](wire::Buffer& to) {
    // An earlier probe that was cancelled may have left its statement behind.
    encode(to, close_statement);
    encode(to, wire::Parse{own_name, text, wire::no_parameter_types});
    encode(to, wire::BindNames{own_name, own_name});
    encode(to, wire::Execute{own_name, 0});
    encode(to, close_portal);
    encode(to, close_statement);
    wire::encode_bare(to, end);
  });
  for (const Request request :
       {Request::close, Request::parse, Request::bind, Request::execute, Request::close, Request::close}) {
    expect(request);
  }
  if (end == wire::sync_type) expect(Request::sync);
}

bool PathProbe::take_row(std::span<const std::byte> body) {
  std::vector<std::optional<std::string_view>> values;
  if (wire::decode_data_row(body, values) != wire::Decode::ok) return false;
  if (values.size() != 3 || !values[0] || !values[1]) return false;
  auto name = parser::Identifier::from_catalog(is_hex_ ? from_hex(*values[1]) : std::string(*values[1]));
  (*values[0] == "p" ? learned_.path : learned_.temporary_relations).push_back(std::move(name));
  return true;
}

void PathProbe::finish() {
  conv_.path.learn(std::move(learned_));
}

void PathProbe::fail() {
  const bool held_query =
      !conv_.held.empty() && static_cast<char>(conv_.held.frame.front()) == wire::Query::type;
  conv_.held = {};
  conv_.block = Block::none;
  conv_.discarding = !held_query;
  if (!held_query) return;
  // The client waits for a ReadyForQuery that no other message of its own would bring.
  if (conv_.queue.empty()) {
    conv_.state.write(Side::server, [](wire::Buffer& to) { wire::encode_bare(to, wire::sync_type); });
    conv_.queue.push({.request = Request::sync, .statement = {}});
    conv_.batch_open = false;
  } else {
    conv_.queue.front().ours = false;
  }
}

}  // namespace pgsegue::session

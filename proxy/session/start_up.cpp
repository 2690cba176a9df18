#include "proxy/session/start_up.hpp"

#include "proxy/session/route.hpp"
#include "proxy/wire/negotiate_protocol_version.hpp"
#include "proxy/wire/startup_options.hpp"
#include "rules/server_path.hpp"
#include "rules/version_view.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::session {
namespace {

constexpr std::string_view protocol_option_prefix = "_pq_.";
constexpr std::string_view search_path_setting = "search_path";
constexpr std::byte yes{'S'};
constexpr std::byte no{'N'};

/// As PostgreSQL reads a setting (bool.c, parse_bool): "true" and "yes" may be cut short, in any case.
bool is_true(std::string_view value) {
  std::string lower(value);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  if (lower.empty()) return false;
  return std::string_view("true").starts_with(lower) || std::string_view("yes").starts_with(lower) ||
         lower == "on" || lower == "1";
}

}  // namespace

void StartUp::feed(std::span<const std::byte>& input) {
  if (!gather(input)) return;
  const wire::Buffer packet = std::exchange(packet_, {});
  const wire::FirstPacket decoded = wire::decode_first_packet(packet);
  if (std::holds_alternative<wire::StartupPacket>(decoded)) {
    packet_ = packet;  // its parameters are forwarded once there is a server
    handle(wire::decode_first_packet(packet_), !input.empty());
  } else {
    handle(decoded, !input.empty());
  }
}

// True when a whole packet is there. The length word is judged before anything is kept for it.
bool StartUp::gather(std::span<const std::byte>& input) {
  constexpr std::size_t length_size = 4;
  const auto take = [&](std::size_t up_to) {
    const auto taken = input.first(std::min(input.size(), up_to - packet_.size()));
    wire::put(packet_, taken);
    input = input.subspan(taken.size());
    return packet_.size() == up_to;
  };
  if (packet_.size() < length_size && !take(length_size)) return false;
  const std::uint32_t length = wire::load_u32(packet_.data());
  if (!wire::is_startup_length(length)) {
    state_.fatal("08P01", "invalid length of startup packet");
    return false;
  }
  return take(length);
}

void StartUp::handle(const wire::FirstPacket& packet, bool bytes_behind) {
  if (std::holds_alternative<wire::SslRequest>(packet)) return handle_ssl_request(bytes_behind);
  if (std::holds_alternative<wire::GssEncRequest>(packet)) return handle_gssenc_request(bytes_behind);
  if (const auto* cancel = std::get_if<wire::CancelRequest>(&packet)) return handle_cancel(*cancel);
  if (const auto* start_up = std::get_if<wire::StartupPacket>(&packet)) return handle_start_up(*start_up);
  if (const auto* malformed = std::get_if<wire::MalformedPacket>(&packet)) {
    return state_.fatal("08P01", malformed->why);
  }
  const auto& unsupported = std::get<wire::UnsupportedProtocol>(packet);
  state_.fatal("0A000", "unsupported frontend protocol " + std::to_string(unsupported.major()) + "." +
                            std::to_string(unsupported.minor()) + ": pgsegue supports 3.0");
}

// What lies behind a negotiation request was not sent by a client that waited for the answer
// (CVE-2021-23214).
void StartUp::refuse_plain_bytes() {
  state_.fatal({.sqlstate = "08P01",
                .message = "received unencrypted data after SSL or GSS encryption request",
                .detail = "This could be either a client-software bug or evidence of an attempted "
                          "man-in-the-middle attack."});
}

void StartUp::handle_ssl_request(bool bytes_behind) {
  if (std::exchange(ssl_asked_, true) || state_.client_is_tls) {
    return state_.fatal("0A000", "unsupported frontend protocol 1234.5679: encryption was negotiated before");
  }
  const bool offered =
      state_.settings.client_tls != ClientTls::disable && !state_.settings.listener_is_unix_socket;
  state_.write(Side::client, [&](wire::Buffer& to) { to.push_back(offered ? yes : no); });
  if (bytes_behind) return refuse_plain_bytes();
  if (!offered) return;
  state_.phase = Phase::client_tls;
  state_.out->add(StartTls{Side::client});
}

void StartUp::handle_gssenc_request(bool bytes_behind) {
  if (std::exchange(gss_asked_, true) || state_.client_is_tls) {
    return state_.fatal("0A000", "unsupported frontend protocol 1234.5680: encryption was negotiated before");
  }
  state_.write(Side::client, [](wire::Buffer& to) { to.push_back(no); });
  if (bytes_behind) refuse_plain_bytes();
}

void StartUp::handle_cancel(const wire::CancelRequest& request) {
  state_.requested_cancel = {request.process_id, request.secret};
  state_.out->add(RouteCancel{});
  state_.close("cancel request");
}

void StartUp::on_direct_tls() {
  if (state_.settings.client_tls == ClientTls::disable || state_.settings.listener_is_unix_socket) {
    return state_.close("the client began TLS, which this listener does not offer");
  }
  direct_tls_ = true;
  state_.phase = Phase::client_tls;
  state_.out->add(StartTls{Side::client});
}

void StartUp::on_tls_ready(TlsFacts facts) {
  state_.client_is_tls = true;
  state_.client_tls_facts = std::move(facts);
  state_.phase = Phase::start_up;
  if (direct_tls_ && state_.client_tls_facts.alpn != "postgresql") {
    state_.fatal(
        {.sqlstate = "08P01",
         .message = "received direct SSL connection request without ALPN protocol negotiation extension"});
  }
}

void StartUp::handle_start_up(const wire::StartupPacket& packet) {
  if (!admit(packet)) return;
  read_parameters(packet);
  negotiate(packet);
  if (state_.client.user.empty()) {
    return state_.fatal("28000", "no PostgreSQL user name specified in startup packet");
  }
  if (state_.client.database.empty()) state_.client.database = state_.client.user;
  route();
}

bool StartUp::admit(const wire::StartupPacket& packet) {
  if (!state_.too_many.empty()) {
    state_.fatal(
        {.sqlstate = "53300", .message = "sorry, too many clients already", .detail = state_.too_many});
  } else if (state_.draining) {
    state_.fatal("57P03", "pgsegue is shutting down");
  } else if (state_.settings.client_tls == ClientTls::require && !state_.client_is_tls &&
             !state_.settings.listener_is_unix_socket) {
    state_.fatal({.sqlstate = "28000",
                  .message = "this listener of pgsegue demands TLS",
                  .hint = "Connect with sslmode=require or stronger."});
  } else if (packet.parameters.empty()) {
    state_.fatal("28000", "no PostgreSQL user name specified in startup packet");
  } else {
    return true;
  }
  return false;
}

// Newer minor versions and protocol options are answered once, with what we have instead.
void StartUp::negotiate(const wire::StartupPacket& packet) {
  std::vector<std::string_view> unknown;
  for (const auto& parameter : packet.parameters) {
    if (parameter.name.starts_with(protocol_option_prefix)) unknown.push_back(parameter.name);
  }
  if (packet.minor() == 0 && unknown.empty()) return;
  state_.write(Side::client, [&](wire::Buffer& to) { wire::encode_negotiate_protocol_version(to, unknown); });
}

void StartUp::read_parameters(const wire::StartupPacket& packet) {
  std::string_view options;
  for (const auto& [name, value] : packet.parameters) {
    if (name == "user") state_.client.user = value;
    if (name == "database") state_.client.database = value;
    if (name == "application_name") state_.client.application_name = value;
    if (name == "options") options = value;
    if (name == "replication") read_replication(value);
    if (name == version_setting) option_version_ = value;
  }
  for (const wire::StartupOption& option : wire::parse_startup_options(options)) {
    if (option.name == version_setting) option_version_ = option.value;
  }
}

void StartUp::read_replication(std::string_view value) {
  with_database_ = value == "database";
  state_.client.replication = with_database_ || is_true(value);
}

// Statements and decoded rows of such a connection speak of the physical schema, for nothing of it is read.
bool StartUp::refuse_unrewritten() {
  if (!with_database_ || state_.client.version == raw_version) return false;
  const std::string& database = state_.client.database;
  const std::string message = "a replication connection to database \"" + database +
                              "\" cannot speak version \"" + state_.client.version + "\"";
  const std::string hint = "Connect to \"" + database + "@raw\".";
  state_.fatal({.sqlstate = "0A000",
                .message = message,
                .detail = "What passes over it shows the physical schema.",
                .hint = hint});
  return true;
}

void StartUp::route() {
  auto chosen = choose_route({.database = state_.client.database,
                              .option_version = option_version_,
                              .listener_version = state_.settings.listener_version},
                             *state_.directory);
  if (const auto* error = std::get_if<rules::SqlError>(&chosen)) {
    return state_.fatal({.sqlstate = error->sqlstate,
                         .message = error->message,
                         .detail = error->detail,
                         .hint = error->hint});
  }
  auto& route = std::get<Route>(chosen);
  state_.entry = std::move(route.entry);
  state_.client.database = std::move(route.database);
  state_.client.version = std::move(route.version);
  accepted_ = !refuse_unrewritten();
}

/// The path is to lead to the same schemas under the server's names. A parameter of its own overrides what
/// `options` says, there as here.
void StartUp::translate_search_path(std::vector<wire::StartupPacket::Parameter>& parameters) {
  const auto snapshot = state_.entry->snapshots ? state_.entry->snapshots->current() : nullptr;
  const auto version = snapshot ? snapshot->find_version(state_.client.version) : std::nullopt;
  if (!version) return;
  const rules::VersionView& view = snapshot->version(*version);
  std::optional<std::string> path;
  std::string_view options;
  for (auto& [name, value] : parameters) {
    if (name == "options") options = value;
    if (name != search_path_setting) continue;
    path = rules::server_path_text(value, view);
    if (path) value = server_path_ = *std::move(path);
    return;
  }
  for (const wire::StartupOption& option : wire::parse_startup_options(options)) {
    if (option.name == search_path_setting) path = rules::server_path_text(option.value, view);
  }
  if (!path) return;
  server_path_ = *std::move(path);
  parameters.push_back({search_path_setting, server_path_});
}

std::vector<wire::StartupPacket::Parameter> StartUp::server_parameters() {
  const wire::FirstPacket decoded = wire::decode_first_packet(packet_);
  std::vector<wire::StartupPacket::Parameter> parameters;
  const std::string& database = state_.entry->server_database;
  for (const auto& parameter : std::get<wire::StartupPacket>(decoded).parameters) {
    const std::string_view name = parameter.name;
    const bool ours = name == "database" || name == version_setting;
    if (!ours && !name.starts_with(protocol_option_prefix)) parameters.push_back(parameter);
  }
  translate_search_path(parameters);
  parameters.push_back({"database", database.empty() ? state_.client.database : database});
  // A database without rules may well be another pooler, which knows no such setting.
  if (state_.entry->snapshots && !state_.client.replication) {
    parameters.push_back({version_setting, state_.client.version});
  }
  return parameters;
}

}  // namespace pgsegue::session

#include "proxy/session/login_relay.hpp"

#include "proxy/session/client_auth.hpp"
#include "proxy/wire/backend_key_data.hpp"
#include "proxy/wire/negotiate_protocol_version.hpp"
#include "proxy/wire/ready_for_query.hpp"
#include "proxy/wire/sasl.hpp"

#include <algorithm>
#include <vector>

namespace pgsegue::session {
namespace {

using wire::AuthenticationCode;
using wire::FrameHeader;

constexpr std::string_view plus_suffix = "-PLUS";

bool is_known(AuthenticationCode code) {
  switch (code) {
    case AuthenticationCode::ok:
    case AuthenticationCode::kerberos_v5:
    case AuthenticationCode::cleartext_password:
    case AuthenticationCode::md5_password:
    case AuthenticationCode::gss:
    case AuthenticationCode::gss_continue:
    case AuthenticationCode::sspi:
    case AuthenticationCode::sasl:
    case AuthenticationCode::sasl_continue:
    case AuthenticationCode::sasl_final:
      return true;
  }
  return false;
}

}  // namespace

void LoginRelay::feed_client(std::span<const std::byte>& input) {
  while (state_.phase == Phase::login && expects_client()) {
    const auto piece = state_.client_reader.next(input);
    if (piece.kind == wire::FrameReader::Kind::need_more) return;
    if (piece.kind == wire::FrameReader::Kind::header) admit_answer_header();
    if (piece.kind == wire::FrameReader::Kind::message) handle_answer(piece.bytes);
  }
}

void LoginRelay::admit_answer_header() {
  switch (wire::check_header(state_.client_reader.header(), wire::Origin::frontend, wire::Phase::login)) {
    case wire::HeaderError::none:
      return state_.client_reader.gather();
    case wire::HeaderError::unknown_type:
      return state_.fatal("08P01", "expected a password response");
    case wire::HeaderError::bad_length:
      return state_.fatal("08P01", "invalid length of the password response");
  }
}

void LoginRelay::handle_answer(std::span<const std::byte> frame) {
  if (!admit_answer(wire::body_of(frame))) return;
  expected_ = Expected::nothing;
  state_.send(Side::server, frame);
}

bool LoginRelay::admit_answer(std::span<const std::byte> body) {
  if (expected_ == Expected::password) return true;
  if (body.size() > wire::max_sasl_message + FrameHeader::size) {
    state_.fatal("08P01", "the SASL response is too long");
    return false;
  }
  if (expected_ != Expected::sasl_initial) return true;
  wire::SaslInitialResponse response;
  if (decode(body, response) != wire::Decode::ok) {
    state_.fatal("08P01", "malformed SASL initial response");
    return false;
  }
  // "y" claims that the server knows no channel binding. It does, and would take the relayed claim for an
  // attack.
  if (state_.client_is_tls && state_.server_is_tls && response.data.starts_with('y')) {
    state_.fatal({.sqlstate = "28000",
                  .message = "SCRAM cannot be relayed where both connections use TLS",
                  .detail = "Channel binding ties the login to one TLS connection, and here there are two.",
                  .hint = "Set \"auth: scram\" for this database in the configuration of pgsegue."});
    return false;
  }
  return true;
}

void LoginRelay::feed_server(std::span<const std::byte>& input) {
  while (state_.phase == Phase::login) {
    const auto piece = state_.server_reader.next(input);
    if (piece.kind == wire::FrameReader::Kind::need_more) return;
    if (piece.kind == wire::FrameReader::Kind::header) admit_message_header();
    if (piece.kind == wire::FrameReader::Kind::message) handle_message(piece.bytes);
  }
}

void LoginRelay::admit_message_header() {
  const auto error =
      wire::check_header(state_.server_reader.header(), wire::Origin::backend, wire::Phase::login);
  if (error != wire::HeaderError::none) return misbehaved("sent a message that is no part of a login");
  state_.server_reader.gather();
}

void LoginRelay::handle_message(std::span<const std::byte> frame) {
  const auto body = wire::body_of(frame);
  switch (static_cast<char>(frame.front())) {
    case wire::Authentication::type:
      return handle_authentication(frame);
    case wire::error_response_type:
      return handle_error(frame);
    case wire::BackendKeyData::type:
      return handle_key(body);
    case wire::ready_for_query_type:
      return handle_ready(frame);
    case wire::negotiate_protocol_version_type:
      return;  // the client has had ours
    case wire::ParameterStatus::type: {
      wire::ParameterStatus status;
      if (decode(body, status) != wire::Decode::ok) return misbehaved("sent a malformed ParameterStatus");
      parameters_.set(status.name, status.value);
      break;
    }
    default:
      break;
  }
  state_.send(Side::client, frame);
}

void LoginRelay::handle_authentication(std::span<const std::byte> frame) {
  wire::Authentication request;
  if (decode(wire::body_of(frame), request) != wire::Decode::ok || !is_known(request.code) ||
      authenticated_) {
    return misbehaved("sent an Authentication message that makes no sense");
  }
  if (request.code == AuthenticationCode::ok) {
    if (state_.entry->auth == AuthMode::scram && !client_auth_.admit_server_ok()) return;
    authenticated_ = true;
    server_login_.settle();
    return state_.send(Side::client, frame);
  }
  if (state_.entry->auth == AuthMode::scram) return client_auth_.answer_server(request);
  server_login_.settle();
  relay_request(frame, request);
}

void LoginRelay::relay_request(std::span<const std::byte> frame, const wire::Authentication& request) {
  switch (request.code) {
    case AuthenticationCode::sasl:
      expected_ = Expected::sasl_initial;
      return relay_mechanisms(request.data);
    case AuthenticationCode::sasl_continue:
      expected_ = Expected::sasl_response;
      break;
    case AuthenticationCode::sasl_final:
      expected_ = Expected::nothing;
      break;
    default:
      expected_ = Expected::password;
      break;
  }
  state_.send(Side::client, frame);
}

// Channel binding cannot hold across two connections, so it is not offered.
void LoginRelay::relay_mechanisms(std::span<const std::byte> data) {
  std::vector<std::string_view> names;
  if (wire::decode_sasl_mechanisms(data, names) != wire::Decode::ok) {
    return misbehaved("sent a malformed list of SASL mechanisms");
  }
  std::string kept;
  for (const std::string_view name : names) {
    if (!name.ends_with(plus_suffix)) kept.append(name).push_back('\0');
  }
  kept.push_back('\0');
  state_.write(Side::client, [&](wire::Buffer& to) {
    encode(to, wire::Authentication{AuthenticationCode::sasl, wire::as_bytes(kept)});
  });
}

void LoginRelay::handle_error(std::span<const std::byte> frame) {
  if (!authenticated_ && server_login_.retry_after_refusal()) return;
  std::vector<wire::ErrorField> fields;
  if (wire::decode_error_fields(wire::body_of(frame), fields) != wire::Decode::ok) {
    return misbehaved("sent a malformed ErrorResponse");
  }
  std::string reason = "the server refused the login";
  for (const auto& field : fields) {
    if (field.type == 'M') reason.append(": ").append(field.value);
  }
  state_.send(Side::client, frame);
  state_.close(reason);
}

void LoginRelay::handle_key(std::span<const std::byte> body) {
  wire::BackendKeyData key;
  if (decode(body, key) != wire::Decode::ok) return misbehaved("sent a malformed BackendKeyData");
  state_.server_key = {key.process_id, key.secret};
  state_.key_known = true;
  key.secret = state_.secret;
  state_.write(Side::client, [&](wire::Buffer& to) { encode(to, key); });
}

void LoginRelay::handle_ready(std::span<const std::byte> frame) {
  wire::TransactionStatus status;
  const bool sound =
      decode(wire::body_of(frame), status) == wire::Decode::ok && status == wire::TransactionStatus::idle;
  if (!authenticated_ || !sound) return misbehaved("sent ReadyForQuery before the login was complete");
  if (state_.key_known) state_.out->add(RegisterCancelKey{});
  state_.send(Side::client, frame);
  state_.phase = state_.client.replication ? Phase::relay : Phase::session;
}

void LoginRelay::on_server_gone(std::string_view reason) {
  if (!authenticated_ && server_login_.retry_after_refusal()) return;
  state_.fatal(
      {.sqlstate = "08006", .message = "the server closed the connection during login", .detail = reason});
}

void LoginRelay::misbehaved(std::string_view what) {
  const std::string message = "protocol violation by the server: it " + std::string(what);
  state_.fatal("08P01", message);
}

}  // namespace pgsegue::session

#include "proxy/session/scram_server.hpp"

#include "proxy/session/base64.hpp"
#include "proxy/session/sasl_initial.hpp"
#include "proxy/session/scram_message.hpp"

#include <algorithm>

namespace pgsegue::session {

namespace {

ScramStep step(ScramStep::Kind kind, std::string data) {
  return {kind, std::move(data), {}};
}

rules::SqlError make_error(std::string sqlstate, std::string message, std::string detail = {}) {
  rules::SqlError error;
  error.sqlstate = std::move(sqlstate);
  error.message = std::move(message);
  error.detail = std::move(detail);
  return error;
}

rules::SqlError protocol_violation(std::string message, std::string detail = {}) {
  return make_error("08P01", std::move(message), std::move(detail));
}

rules::SqlError downgraded() {
  return make_error(
      "28000", "SCRAM channel binding negotiation error",
      "The client supports SCRAM channel binding but thinks the server does not.  However, this server does "
      "support channel binding.");
}

rules::SqlError random_failed() {
  return make_error("XX000", "could not generate random nonce");
}

std::string wrong_password_message(const std::string& user) {
  return "password authentication failed for user \"" + user + "\"";
}

std::optional<ScramKey> decode_proof(std::string_view text) {
  const std::optional<std::string> bytes = decode_base64(text);
  ScramKey proof{};
  if (!bytes || bytes->size() != proof.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), proof.begin());
  return proof;
}

}  // namespace

ScramServer::ScramServer(std::string user, ScramVerifier verifier, std::string server_end_point,
                         NonceSource make_nonce)
    : user_(std::move(user)),
      verifier_(std::move(verifier)),
      server_end_point_(std::move(server_end_point)),
      make_nonce_(make_nonce) {}

std::string ScramServer::mechanisms() const {
  std::string list;
  if (!server_end_point_.empty()) list.append(scram_plus_mechanism).push_back('\0');
  list.append(scram_mechanism).push_back('\0');
  list.push_back('\0');
  return list;
}

ScramStep ScramServer::receive(std::string_view body) {
  const State before = state_;
  state_ = State::failed;  // until the message has proved to be right
  if (body.size() > max_sasl_message) return fail(protocol_violation("invalid message length"));
  switch (before) {
    case State::initial:
      return receive_initial(body);
    case State::selected:
      return receive_client_first(body);
    case State::challenged:
      return receive_client_final(body);
    case State::accepted:
    case State::failed:
      break;
  }
  return fail(protocol_violation("unexpected SASL response"));
}

ScramStep ScramServer::fail(rules::SqlError error) {
  return {ScramStep::Kind::failed, {}, std::move(error)};
}

ScramStep ScramServer::receive_initial(std::string_view body) {
  read_sasl_initial_result read = read_sasl_initial(body);
  if (read.error) return fail(std::move(*read.error));
  plus_ = read.message->mechanism == scram_plus_mechanism && !server_end_point_.empty();
  if (!plus_ && read.message->mechanism != scram_mechanism) {
    return fail(protocol_violation("client selected an invalid SASL authentication mechanism"));
  }
  if (!read.message->data) {
    state_ = State::selected;
    return step(ScramStep::Kind::send, {});
  }
  return receive_client_first(*read.message->data);
}

/// The gs2-header up to and with its second comma; the rest of the message is left in `rest`.
std::optional<rules::SqlError> ScramServer::read_gs2_header(std::string_view& rest) {
  const std::string_view whole = rest;
  if (auto error = read_binding_flag(rest)) return error;
  if (rest.starts_with('a')) {
    return make_error("0A000", "client uses authorization identity, but it is not supported");
  }
  if (!rest.starts_with(',')) {
    return malformed_scram("Unexpected attribute \"" + shown_byte(rest) + "\" in client-first-message.");
  }
  rest.remove_prefix(1);
  gs2_header_ = whole.substr(0, whole.size() - rest.size());
  return std::nullopt;
}

/// `n`, `y` or `p=<type>`, and the comma behind it.
std::optional<rules::SqlError> ScramServer::read_binding_flag(std::string_view& rest) const {
  const char flag = rest.front();
  if (flag == 'p') return read_binding_type(rest);
  if (flag != 'n' && flag != 'y') {
    return malformed_scram("Unexpected channel-binding flag \"" + shown_byte(rest) + "\".");
  }
  if (plus_) {
    return malformed_scram(
        "The client selected SCRAM-SHA-256-PLUS, but the SCRAM message does not include channel binding "
        "data.");
  }
  if (flag == 'y' && !server_end_point_.empty()) return downgraded();
  rest.remove_prefix(1);
  if (!rest.starts_with(',')) {
    return malformed_scram("Comma expected, but found character \"" + shown_byte(rest) + "\".");
  }
  rest.remove_prefix(1);
  return std::nullopt;
}

std::optional<rules::SqlError> ScramServer::read_binding_type(std::string_view& rest) const {
  if (!plus_) {
    return malformed_scram(
        "The client selected SCRAM-SHA-256 without channel binding, but the SCRAM message includes channel "
        "binding data.");
  }
  scram_reader reader(rest);
  const std::string_view type = reader.attribute('p');
  if (reader.error()) return reader.error();
  if (type != "tls-server-end-point") {
    return protocol_violation("unsupported SCRAM channel-binding type \"" + shown_text(type) + "\"");
  }
  rest = reader.rest();
  return std::nullopt;
}

ScramStep ScramServer::receive_client_first(std::string_view message) {
  if (message.empty()) return fail(malformed_scram("The message is empty."));
  if (message.find('\0') != std::string_view::npos) {
    return fail(malformed_scram("Message length does not match input length."));
  }
  std::string_view bare = message;
  if (auto error = read_gs2_header(bare)) return fail(std::move(*error));
  if (bare.starts_with('m')) {
    return fail(make_error("0A000", "client requires an unsupported SCRAM extension"));
  }
  scram_reader reader(bare);
  reader.attribute('n');
  const std::string_view client_nonce = reader.attribute('r');
  if (!reader.error() && !is_scram_printable(client_nonce)) {
    return fail(protocol_violation("non-printable characters in SCRAM nonce"));
  }
  while (!reader.error() && !reader.at_end())
    reader.any_attribute();
  if (reader.error()) return fail(*reader.error());
  return challenge(bare, client_nonce);
}

ScramStep ScramServer::challenge(std::string_view client_first_bare, std::string_view client_nonce) {
  const std::optional<std::string> server_nonce = make_nonce_();
  if (!server_nonce) return fail(random_failed());
  nonce_ = std::string(client_nonce) + *server_nonce;
  std::string server_first =
      "r=" + nonce_ + ",s=" + encode_base64(verifier_.salt) + ",i=" + std::to_string(verifier_.iterations);
  auth_message_ = std::string(client_first_bare) + "," + server_first;
  state_ = State::challenged;
  return step(ScramStep::Kind::send, std::move(server_first));
}

ScramStep ScramServer::receive_client_final(std::string_view message) {
  if (message.empty()) return fail(malformed_scram("The message is empty."));
  if (message.find('\0') != std::string_view::npos) {
    return fail(malformed_scram("Message length does not match input length."));
  }
  scram_reader reader(message);
  const std::string_view binding = reader.attribute('c');
  if (reader.error()) return fail(*reader.error());
  if (auto error = check_channel_binding(binding)) return fail(std::move(*error));
  const std::string_view nonce = reader.attribute('r');
  std::size_t proof_at = 0;
  scram_reader::any attribute;
  while (!reader.error() && attribute.name != 'p') {
    proof_at = reader.offset();
    attribute = reader.any_attribute();
  }
  if (reader.error()) return fail(*reader.error());
  const std::optional<ScramKey> proof = decode_proof(attribute.value);
  if (!proof) return fail(malformed_scram("Malformed proof in client-final-message."));
  if (!reader.at_end()) return fail(malformed_scram("Garbage found at the end of client-final-message."));
  if (!equal_constant_time(nonce, nonce_)) {
    return fail(protocol_violation("invalid SCRAM response", "Nonce does not match."));
  }
  auth_message_.append(",").append(message.substr(0, proof_at - 1));
  return accept_proof(*proof);
}

std::optional<rules::SqlError> ScramServer::check_channel_binding(std::string_view encoded) const {
  const std::string expected = encode_base64(gs2_header_ + (plus_ ? server_end_point_ : std::string()));
  if (equal_constant_time(encoded, expected)) return std::nullopt;
  if (plus_) return make_error("28000", "SCRAM channel binding check failed");
  return protocol_violation("unexpected SCRAM channel-binding attribute in client-final-message");
}

ScramStep ScramServer::accept_proof(const ScramKey& proof) {
  const ScramKey client_key = exclusive_or(proof, hmac_sha256(verifier_.stored_key, auth_message_));
  const bool matches = equal_constant_time(sha256(client_key), verifier_.stored_key);
  if (!matches || verifier_.mock) return fail(make_error("28P01", wrong_password_message(user_)));
  client_key_ = client_key;
  state_ = State::accepted;
  return step(ScramStep::Kind::done, "v=" + encode_base64(hmac_sha256(verifier_.server_key, auth_message_)));
}

}  // namespace pgsegue::session

#include "proxy/session/scram_client.hpp"

#include "proxy/session/base64.hpp"
#include "proxy/session/scram_message.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace pgsegue::session {

namespace {

bool offers(std::string_view mechanisms, std::string_view wanted) {
  while (!mechanisms.empty()) {
    const std::string_view one = mechanisms.substr(0, mechanisms.find('\0'));
    if (one == wanted) return true;
    mechanisms.remove_prefix(std::min(one.size() + 1, mechanisms.size()));
  }
  return false;
}

/// `y` says that we could bind but the server did not offer it, so that the server notices if somebody took
/// its offer out of the list.
std::string gs2_header(bool plus, bool could_bind) {
  if (plus) return "p=tls-server-end-point,,";
  return could_bind ? "y,," : "n,,";
}

std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

ScramClient::ScramClient(const ScramKey& client_key, ScramVerifier verifier, std::string server_end_point,
                         NonceSource make_nonce)
    : client_key_(client_key),
      verifier_(std::move(verifier)),
      server_end_point_(std::move(server_end_point)),
      make_nonce_(make_nonce) {}

std::string_view ScramClient::mechanism() const {
  return plus_ ? scram_plus_mechanism : scram_mechanism;
}

ScramStep ScramClient::fail(std::string detail, std::string hint) {
  state_ = State::failed;
  ScramStep failed;
  failed.kind = ScramStep::Kind::failed;
  failed.error.sqlstate = "08P01";
  failed.error.message = "SCRAM authentication with the server failed";
  failed.error.detail = std::move(detail);
  failed.error.hint = std::move(hint);
  return failed;
}

ScramStep ScramClient::send(State next, std::string data) {
  state_ = next;
  return {ScramStep::Kind::send, std::move(data), {}};
}

ScramStep ScramClient::start(std::string_view mechanisms) {
  if (state_ != State::initial) return fail("The server asked for SASL authentication twice.");
  plus_ = !server_end_point_.empty() && offers(mechanisms, scram_plus_mechanism);
  if (!plus_ && !offers(mechanisms, scram_mechanism)) {
    return fail("The server offers no SASL mechanism that is known here.");
  }
  const std::optional<std::string> nonce = make_nonce_();
  if (!nonce) return fail("No random nonce could be generated.");
  nonce_ = *nonce;
  gs2_header_ = gs2_header(plus_, !server_end_point_.empty());
  // PostgreSQL takes the user from the start-up packet and ignores the one in here.
  auth_message_ = "n=,r=" + nonce_;
  return send(State::greeted, gs2_header_ + auth_message_);
}

ScramStep ScramClient::receive_continue(std::string_view data) {
  if (state_ != State::greeted) return fail("The server sent a SCRAM challenge out of turn.");
  if (data.size() > max_sasl_message) return fail("The server's SCRAM challenge is too long.");
  scram_reader reader(data);
  const std::string_view nonce = reader.attribute('r');
  const std::string_view salt = reader.attribute('s');
  const std::string_view iterations = reader.attribute('i');
  if (reader.error()) return fail(reader.error()->detail);
  if (!reader.at_end()) return fail("The server's SCRAM challenge has something behind its end.");
  if (!is_scram_printable(nonce) || !nonce.starts_with(nonce_) || nonce.size() == nonce_.size()) {
    return fail("The server's nonce does not extend ours.");
  }
  const auto salt_bytes = decode_base64(salt);
  const auto count = parse_count(iterations);
  if (!salt_bytes || !count) return fail("The server's salt or iteration count cannot be read.");
  if (*salt_bytes != verifier_.salt || *count != verifier_.iterations) return other_verifier();
  nonce_ = nonce;
  auth_message_.append(",").append(data);
  return prove();
}

ScramStep ScramClient::other_verifier() {
  return fail("The server's salt or iteration count for this role differs from the verifier looked up.",
              "Look verifiers up on the server that the clients are connected to, and repeat after a "
              "password change.");
}

ScramStep ScramClient::prove() {
  const std::string binding = gs2_header_ + (plus_ ? server_end_point_ : std::string());
  std::string message = "c=" + encode_base64(binding) + ",r=" + nonce_;
  auth_message_.append(",").append(message);
  const ScramKey signature = hmac_sha256(verifier_.stored_key, auth_message_);
  message += ",p=" + encode_base64(exclusive_or(client_key_, signature));
  return send(State::proved, std::move(message));
}

ScramStep ScramClient::receive_final(std::string_view data) {
  if (state_ != State::proved) return fail("The server ended the SCRAM exchange out of turn.");
  if (data.starts_with("e=")) return fail("The server reports an error in the SCRAM exchange.");
  scram_reader reader(data);
  const std::string_view signature = reader.attribute('v');
  if (reader.error()) return fail(reader.error()->detail);
  if (!reader.at_end()) return fail("The server's last SCRAM message has something behind its end.");
  const std::string expected = encode_base64(hmac_sha256(verifier_.server_key, auth_message_));
  if (!equal_constant_time(signature, expected)) {
    return fail("The server's signature is wrong: it does not know the role's verifier.");
  }
  state_ = State::done;
  return {ScramStep::Kind::done, {}, {}};
}

}  // namespace pgsegue::session

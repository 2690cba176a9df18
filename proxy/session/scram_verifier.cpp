#include "proxy/session/scram_verifier.hpp"

#include "proxy/session/base64.hpp"
#include "proxy/session/scram_step.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pgsegue::session {

namespace {

/// PostgreSQL's SCRAM_SHA_256_DEFAULT_ITERATIONS and SCRAM_DEFAULT_SALT_LEN: what real roles have.
constexpr std::uint32_t default_iterations = 4096;
constexpr std::size_t default_salt_size = 16;

std::optional<std::string_view> take_until(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return part;
}

std::optional<std::uint32_t> parse_iterations(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  // PostgreSQL reads it with strtol and stores an int.
  if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > 0x7fffffffu) {
    return std::nullopt;
  }
  return value;
}

std::optional<ScramKey> parse_key(std::string_view text) {
  const std::optional<std::string> bytes = decode_base64(text);
  ScramKey key{};
  if (!bytes || bytes->size() != key.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return key;
}

ParsedVerifier wrong(std::string what) {
  return {std::nullopt, "the SCRAM verifier " + std::move(what)};
}

struct process_secret {
  ScramKey key{};
  bool ok = fill_random(key);
};

}  // namespace

ParsedVerifier parse_scram_verifier(std::string_view text) {
  std::string_view rest = text;
  const auto scheme = take_until(rest, '$');
  if (!scheme || *scheme != scram_mechanism) return wrong("does not begin with \"SCRAM-SHA-256$\"");
  const auto iterations_text = take_until(rest, ':');
  const auto salt_text = take_until(rest, '$');
  const auto stored_text = take_until(rest, ':');
  if (!iterations_text || !salt_text || !stored_text) {
    return wrong("is not of the form SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>");
  }
  const auto iterations = parse_iterations(*iterations_text);
  if (!iterations) return wrong("has an iteration count that is not a number from 1 to 2147483647");
  auto salt = decode_base64(*salt_text);
  if (!salt || salt->empty()) return wrong("has a salt that is not base64");
  const auto stored_key = parse_key(*stored_text);
  if (!stored_key) return wrong("has a StoredKey that is not base64 of 32 bytes");
  const auto server_key = parse_key(rest);
  if (!server_key) return wrong("has a ServerKey that is not base64 of 32 bytes");
  return {ScramVerifier{*iterations, std::move(*salt), *stored_key, *server_key, false}, {}};
}

std::optional<ScramVerifier> mock_scram_verifier(std::string_view user) {
  static const process_secret secret;
  if (!secret.ok) return std::nullopt;
  const ScramKey digest = hmac_sha256(secret.key, user);
  ScramVerifier verifier;
  verifier.iterations = default_iterations;
  verifier.salt.assign(digest.begin(), digest.begin() + default_salt_size);
  verifier.mock = true;
  return verifier;
}

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/scram_crypto.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgsegue::session {

/// What a server stores of a password (RFC 5803; PostgreSQL's pg_authid.rolpassword): enough to check a
/// client's proof, not enough to log in elsewhere.
struct ScramVerifier {
  std::uint32_t iterations = 0;
  std::string salt;  ///< raw bytes
  ScramKey stored_key{};
  ScramKey server_key{};
  /// Made up for a role that does not exist or may not log in: no proof is ever accepted.
  bool mock = false;
};

/// Exactly one of the two is set.
struct ParsedVerifier {
  std::optional<ScramVerifier> verifier;
  std::string error;  ///< what is wrong with the text, without quoting it
};

/// Reads `SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>`. Strict: nothing may be missing, added
/// or encoded otherwise than PostgreSQL writes it.
ParsedVerifier parse_scram_verifier(std::string_view text);

/// The verifier of a role that cannot log in. Its salt is the same for the same user as long as the process
/// lives, so that it cannot be told from a real one. Empty only if the random number generator fails.
std::optional<ScramVerifier> mock_scram_verifier(std::string_view user);

}  // namespace pgsegue::session

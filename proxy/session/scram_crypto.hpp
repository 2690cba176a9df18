#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue::session {

/// A SHA-256 sized secret or digest.
using ScramKey = std::array<std::uint8_t, 32>;

ScramKey hmac_sha256(std::span<const std::uint8_t> key, std::string_view text);
ScramKey sha256(std::span<const std::uint8_t> bytes);
ScramKey exclusive_or(const ScramKey& a, const ScramKey& b);

/// Compares without telling by its duration where the two differ. Different lengths are unequal at once.
bool equal_constant_time(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b);
bool equal_constant_time(std::string_view a, std::string_view b);

/// False: the random number generator has failed.
bool fill_random(std::span<std::uint8_t> bytes);
/// 18 random bytes in base64, as PostgreSQL's nonces. Empty: the random number generator has failed.
std::optional<std::string> random_nonce();
/// Where an exchange gets its nonce from; published test vectors need a fixed one.
using NonceSource = std::optional<std::string> (*)();

}  // namespace pgsegue::session

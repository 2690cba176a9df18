#include "proxy/session/scram_crypto.hpp"

#include "proxy/session/base64.hpp"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

namespace pgsegue::session {

namespace {

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

ScramKey hmac_sha256(std::span<const std::uint8_t> key, std::string_view text) {
  ScramKey digest{};
  const auto bytes = bytes_of(text);
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes.data(), bytes.size(), digest.data(),
       nullptr);
  return digest;
}

ScramKey sha256(std::span<const std::uint8_t> bytes) {
  ScramKey digest{};
  SHA256(bytes.data(), bytes.size(), digest.data());
  return digest;
}

ScramKey exclusive_or(const ScramKey& a, const ScramKey& b) {
  ScramKey result{};
  for (std::size_t i = 0; i < result.size(); ++i)
    result[i] = a[i] ^ b[i];
  return result;
}

bool equal_constant_time(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool equal_constant_time(std::string_view a, std::string_view b) {
  return equal_constant_time(bytes_of(a), bytes_of(b));
}

bool fill_random(std::span<std::uint8_t> bytes) {
  return RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1;
}

std::optional<std::string> random_nonce() {
  std::array<std::uint8_t, 18> raw{};
  if (!fill_random(raw)) return std::nullopt;
  return encode_base64(raw);
}

}  // namespace pgsegue::session

#include "rules/hash_bytes.hpp"

#include <cstring>

namespace pgsegue::rules {

namespace {

std::uint64_t load(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

std::uint64_t load_rest(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, count);
  return value;
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace

// Two lanes, so that one multiplication need not wait for the other.
std::uint64_t hash_bytes(std::string_view bytes) {
  constexpr std::uint64_t key1 = 0x9E3779B97F4A7C15u, key2 = 0xC2B2AE3D27D4EB4Fu;
  std::uint64_t one = 0x243F6A8885A308D3u ^ bytes.size(), two = 0x13198A2E03707344u;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 32; at += 32, left -= 32) {
    one = mix(load(at) ^ key1, load(at + 8) ^ one);
    two = mix(load(at + 16) ^ key2, load(at + 24) ^ two);
  }
  for (; left >= 8; at += 8, left -= 8)
    one = mix(load(at) ^ key1, one ^ key2);
  two = mix(load_rest(at, left) ^ key2, two ^ key1);
  return mix(one ^ key1, two ^ key2);
}

}  // namespace pgsegue::rules

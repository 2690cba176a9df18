#include "rules/shape.hpp"

#include "parser/character_class.hpp"
#include "parser/identifier_token.hpp"

#include <cstring>

namespace pgsegue::rules {

namespace {

using parser::Token;
using parser::TokenKind;

/// A token's entry in a shape: the kind, the size as four bytes, the bytes that count.
constexpr std::size_t header_bytes = 5;
/// Copied at once, whatever the size of the token: there is room for it behind every token's place.
constexpr std::size_t block_bytes = 16;

bool is_constant(TokenKind kind) {
  return kind == TokenKind::number || kind == TokenKind::string || kind == TokenKind::bit_string;
}

/// How many bytes of a string constant count.
std::uint32_t string_bytes(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  const Token& token = tokens[i];
  // N'…' is a cast for the grammar, with a name of its own in the result.
  if (parser::ascii_lower(text[token.begin]) == 'n') return 1;
  const bool is_escape_character = i > 0 && parser::is_word(text, tokens[i - 1], "uescape");
  return is_escape_character ? token.end - token.begin : 0;
}

std::uint32_t shape_bytes(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  if (!is_constant(tokens[i].kind)) return tokens[i].end - tokens[i].begin;
  return tokens[i].kind == TokenKind::string ? string_bytes(text, tokens, i) : 0;
}

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

std::string_view ShapeWriter::write(std::string_view text, std::span<const Token> tokens) {
  const std::size_t most = text.size() + tokens.size() * header_bytes + block_bytes;
  if (most > capacity_) {
    memory_ = std::make_unique_for_overwrite<char[]>(most);
    capacity_ = most;
  }
  char* to = memory_.get();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const std::uint32_t size = shape_bytes(text, tokens, i);
    *to = static_cast<char>(token.kind);
    std::memcpy(to + 1, &size, sizeof size);
    to += header_bytes;
    if (size <= block_bytes && token.begin + block_bytes <= text.size()) {
      std::memcpy(to, text.data() + token.begin, block_bytes);
    } else {
      std::memcpy(to, text.data() + token.begin, size);
    }
    to += size;
  }
  return {memory_.get(), static_cast<std::size_t>(to - memory_.get())};
}

// Two lanes, so that one multiplication need not wait for the other.
std::uint64_t hash_shape(std::string_view shape) {
  constexpr std::uint64_t key1 = 0x9E3779B97F4A7C15u, key2 = 0xC2B2AE3D27D4EB4Fu;
  std::uint64_t one = 0x243F6A8885A308D3u ^ shape.size(), two = 0x13198A2E03707344u;
  const char* at = shape.data();
  std::size_t left = shape.size();
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

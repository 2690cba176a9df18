#include "rules/shape.hpp"

#include "parser/identifier_token.hpp"

#include <cstring>

namespace pgsegue::rules {

namespace {

using parser::Token;
using parser::TokenKind;

bool is_constant(TokenKind kind) {
  return kind == TokenKind::number || kind == TokenKind::string || kind == TokenKind::bit_string;
}

/// The bytes of token `i` that belong to the shape.
std::string_view shape_bytes(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (!is_constant(token.kind)) return text_of(text, token);
  const bool is_escape_character =
      token.kind == TokenKind::string && i > 0 && parser::is_word(text, tokens[i - 1], "uescape");
  return is_escape_character ? text_of(text, token) : std::string_view{};
}

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, count);
  return value;
}

/// Up to eight bytes without a copy of variable length. Each byte has its say; the length is mixed in apart.
std::uint64_t load_short(std::string_view bytes) {
  const std::size_t size = bytes.size();
  if (size >= 8) return load(bytes.data(), 8);
  if (size >= 4) return load(bytes.data(), 4) << 32 | load(bytes.data() + size - 4, 4);
  if (size == 0) return 0;
  const auto at = [bytes](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])}; };
  return at(0) << 16 | at(size / 2) << 8 | at(size - 1);
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  const auto product = static_cast<unsigned __int128>(hash ^ value) * 0x9E3779B97F4A7C15u;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t hash_bytes(std::uint64_t hash, std::string_view bytes) {
  for (; bytes.size() > 8; bytes.remove_prefix(8))
    hash = mix(hash, load(bytes.data(), 8)) + 1;
  return mix(hash, load_short(bytes)) + 1;
}

/// A token's entry in a shape: the kind, the size as four bytes, the bytes.
constexpr std::size_t header_bytes = 5;

}  // namespace

std::uint64_t hash_shape(std::string_view text, std::span<const Token> tokens) {
  std::uint64_t hash = 0x243F6A8885A308D3u ^ tokens.size();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view bytes = shape_bytes(text, tokens, i);
    // Spread over all bits: a small difference in size must not cancel one in a byte.
    hash += (static_cast<std::uint64_t>(tokens[i].kind) << 32 | bytes.size()) * 0xC2B2AE3D27D4EB4Fu;
    hash = hash_bytes(hash, bytes);
  }
  return hash;
}

std::string make_shape(std::string_view text, std::span<const Token> tokens) {
  std::string shape;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view bytes = shape_bytes(text, tokens, i);
    const auto size = static_cast<std::uint32_t>(bytes.size());
    char header[header_bytes];
    header[0] = static_cast<char>(tokens[i].kind);
    std::memcpy(header + 1, &size, sizeof size);
    shape.append(header, header_bytes).append(bytes);
  }
  return shape;
}

bool has_shape(std::string_view text, std::span<const Token> tokens, std::string_view shape) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view bytes = shape_bytes(text, tokens, i);
    if (shape.size() < header_bytes + bytes.size()) return false;
    std::uint32_t size = 0;
    std::memcpy(&size, shape.data() + 1, sizeof size);
    const bool equal = shape.front() == static_cast<char>(tokens[i].kind) && size == bytes.size() &&
                       shape.substr(header_bytes, size) == bytes;
    if (!equal) return false;
    shape.remove_prefix(header_bytes + size);
  }
  return shape.empty();
}

}  // namespace pgsegue::rules

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
/// In place of the kind of an integer.
constexpr char integer_kind = 'i';
/// Copied at once, whatever the size of the token: there is room for it behind every token's place.
constexpr std::size_t block_bytes = 16;

/// True for what the grammar takes for an integer, as nothing else may stand behind FETCH: up to 2147483647.
bool is_integer(std::string_view number) {
  std::uint64_t value = 0;
  for (const char c : number) {
    const auto digit = static_cast<unsigned char>(c - '0');
    if (digit > 9) return false;
    value = value * 10 + digit;
    if (value > 0x7FFF'FFFF) return false;
  }
  return true;
}

/// What stands in a shape for a token: so many of its first bytes.
struct Mark {
  char kind;
  std::uint32_t bytes;
};

Mark mark_string(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  const Token& token = tokens[i];
  const char kind = static_cast<char>(token.kind);
  // N'…' is a cast for the grammar, with a name of its own in the result.
  if (parser::ascii_lower(text[token.begin]) == 'n') return {kind, 1};
  const bool is_escape_character = i > 0 && parser::is_word(text, tokens[i - 1], "uescape");
  return {kind, is_escape_character ? token.end - token.begin : 0};
}

Mark mark_of(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  const Token& token = tokens[i];
  const char kind = static_cast<char>(token.kind);
  switch (token.kind) {
    case TokenKind::number:
      return {is_integer(text_of(text, token)) ? integer_kind : kind, 0};
    case TokenKind::string:
      return mark_string(text, tokens, i);
    case TokenKind::bit_string:
      return {kind, 0};
    default:
      return {kind, token.end - token.begin};
  }
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
  const std::size_t block_end = text.size() < block_bytes ? 0 : text.size() - block_bytes + 1;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Mark mark = mark_of(text, tokens, i);
    *to = mark.kind;
    std::memcpy(to + 1, &mark.bytes, sizeof mark.bytes);
    to += header_bytes;
    const std::size_t begin = tokens[i].begin;
    if (mark.bytes <= block_bytes && begin < block_end) {
      std::memcpy(to, text.data() + begin, block_bytes);
    } else {
      std::memcpy(to, text.data() + begin, mark.bytes);
    }
    to += mark.bytes;
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

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

}  // namespace pgsegue::rules

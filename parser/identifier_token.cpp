#include "parser/identifier_token.hpp"

#include "parser/character_class.hpp"
#include "parser/unicode_identifier.hpp"

#include <string>

namespace pgsegue::parser {

namespace {

void decode_quoted(std::string_view inside, NameBuffer& name) {
  for (std::size_t i = 0; i < inside.size(); ++i) {
    name.push(inside[i]);
    if (inside[i] == '"') ++i;
  }
}

std::uint32_t decode_unicode(std::string_view text, std::span<const Token> tokens, std::size_t at,
                             NameBuffer& name) {
  char escape = '\\';
  std::uint32_t count = 1;
  if (at + 2 < tokens.size() && is_word(text, tokens[at + 1], "uescape") &&
      tokens[at + 2].kind == TokenKind::string) {
    const auto chosen = uescape_character(text_of(text, tokens[at + 2]));
    if (!chosen) return 0;
    escape = *chosen;
    count = 3;
  }
  const std::string_view token = text_of(text, tokens[at]);
  constexpr std::size_t opening = 3;  // U&"
  return decode_unicode_inside(token.substr(opening, token.size() - opening - 1), escape, name) ? count : 0;
}

}  // namespace

std::uint32_t decode_identifier(std::string_view text, std::span<const Token> tokens, TokenIndex index,
                                NameBuffer& name) {
  const auto at = static_cast<std::size_t>(index);
  if (at >= tokens.size()) return 0;
  name.clear();
  const std::string_view token = text_of(text, tokens[at]);
  switch (tokens[at].kind) {
    case TokenKind::identifier:
      for (const char c : token)
        name.push(ascii_lower(c));
      return 1;
    case TokenKind::quoted_identifier:
      decode_quoted(token.substr(1, token.size() - 2), name);
      return 1;
    case TokenKind::unicode_identifier:
      return decode_unicode(text, tokens, at, name);
    default:
      return 0;
  }
}

std::optional<Identifier> identifier_at(std::string_view text, std::span<const Token> tokens,
                                        TokenIndex index) {
  NameBuffer name;
  if (decode_identifier(text, tokens, index, name) == 0) return std::nullopt;
  return Identifier::from_catalog(std::string(name.finish()));
}

bool is_word(std::string_view text, const Token& token, std::string_view word) {
  if (token.kind != TokenKind::identifier || token.end - token.begin != word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (ascii_lower(text[token.begin + i]) != word[i]) return false;
  }
  return true;
}

}  // namespace pgsegue::parser

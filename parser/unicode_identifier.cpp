#include "parser/unicode_identifier.hpp"

#include "parser/character_class.hpp"
#include "parser/unicode.hpp"

#include <cstdint>

namespace pgsegue::parser {

namespace {

struct Escape {
  std::uint32_t code;
  std::size_t size;  ///< bytes of the whole escape
};

/// `\XXXX` or `\+XXXXXX` at the front of `text`.
std::optional<Escape> read_escape(std::string_view text, char escape) {
  if (text.size() < 2 || text[0] != escape) return std::nullopt;
  const bool is_long = text[1] == '+';
  const std::size_t first = is_long ? 2 : 1;
  const std::size_t digits = is_long ? 6 : 4;
  if (text.size() < first + digits) return std::nullopt;
  std::uint32_t code = 0;
  for (const char c : text.substr(first, digits)) {
    const int value = hex_value(c);
    if (value < 0) return std::nullopt;
    code = code << 4 | static_cast<std::uint32_t>(value);
  }
  return Escape{code, first + digits};
}

/// An escape, or the two of a surrogate pair.
std::optional<Escape> read_character(std::string_view text, char escape) {
  const auto first = read_escape(text, escape);
  if (!first || !is_code_point(first->code) || is_low_surrogate(first->code)) return std::nullopt;
  if (!is_high_surrogate(first->code)) return first;
  const auto second = read_escape(text.substr(first->size), escape);
  if (!second || !is_low_surrogate(second->code)) return std::nullopt;
  return Escape{join_surrogates(first->code, second->code), first->size + second->size};
}

}  // namespace

std::optional<char> uescape_character(std::string_view constant) {
  if (constant.size() != 3 || constant.front() != '\'') return std::nullopt;
  const char c = constant[1];
  if (hex_value(c) >= 0 || c == '+' || c == '\'' || c == '"' || has_flag(c, flag_space)) return std::nullopt;
  return c;
}

bool decode_unicode_inside(std::string_view inside, char escape, NameBuffer& name) {
  std::size_t i = 0;
  while (i < inside.size()) {
    const char c = inside[i];
    const char follower = i + 1 < inside.size() ? inside[i + 1] : '\0';
    if (c == '"' || (c == escape && follower == escape)) {
      name.push(c);
      i += 2;
    } else if (c == escape) {
      const auto character = read_character(inside.substr(i), escape);
      if (!character) return false;
      const Utf8Character utf8 = to_utf8(character->code);
      for (std::size_t k = 0; k < utf8.size; ++k)
        name.push(utf8.bytes[k]);
      i += character->size;
    } else {
      name.push(c);
      ++i;
    }
  }
  return true;
}

}  // namespace pgsegue::parser

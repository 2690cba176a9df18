#pragma once

#include <array>
#include <cstdint>

namespace pgsegue::parser {

/// What a byte may be part of. A byte may have several; every byte >= 0x80 is a letter, as in PostgreSQL.
enum CharacterFlag : std::uint8_t {
  flag_space = 1,             ///< blank, tab, newline, carriage return, form feed
  flag_identifier_start = 2,  ///< letters, underscore, bytes >= 0x80
  flag_identifier_part = 4,   ///< those, digits and $
  flag_digit = 8,
  flag_operator = 16,        ///< ~!@#^&|`?+-*/%<>=
  flag_dollar_tag_part = 32  ///< letters, digits, underscore, bytes >= 0x80
};

/// Which sub-scanner a token that starts with this byte belongs to.
enum class Lead : std::uint8_t {
  other,          ///< no token starts with it
  space,          ///<
  letter,         ///< an identifier in any case
  prefix_letter,  ///< b e n u x: an identifier, or the prefix of a string constant
  digit,
  dot,
  colon,
  dollar,
  single_quote,
  double_quote,
  op,
  punctuation
};

struct CharacterClass {
  std::uint8_t flags = 0;
  Lead lead = Lead::other;
};

namespace detail {

constexpr std::array<CharacterClass, 256> make_character_table() {
  std::array<CharacterClass, 256> table{};
  const auto add = [&table](const char* bytes, unsigned flags, Lead lead) {
    for (; *bytes != 0; ++bytes) {
      CharacterClass& entry = table[static_cast<unsigned char>(*bytes)];
      entry.flags = static_cast<std::uint8_t>(entry.flags | flags);
      entry.lead = lead;
    }
  };
  constexpr unsigned letter = flag_identifier_start | flag_identifier_part | flag_dollar_tag_part;
  add(" \t\n\r\f", flag_space, Lead::space);
  add("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", letter, Lead::letter);
  for (unsigned byte = 0x80; byte < 0x100; ++byte)
    table[byte] = {letter, Lead::letter};
  add("benuxBENUX", letter, Lead::prefix_letter);
  add("0123456789", flag_identifier_part | flag_digit | flag_dollar_tag_part, Lead::digit);
  add("$", flag_identifier_part, Lead::dollar);
  add("~!@#^&|`?+-*/%<>=", flag_operator, Lead::op);
  add("()[],;", 0, Lead::punctuation);
  add(".", 0, Lead::dot);
  add(":", 0, Lead::colon);
  add("'", 0, Lead::single_quote);
  add("\"", 0, Lead::double_quote);
  return table;
}

inline constexpr std::array<CharacterClass, 256> character_table = make_character_table();

}  // namespace detail

inline Lead lead_of(char c) {
  return detail::character_table[static_cast<unsigned char>(c)].lead;
}
inline bool has_flag(char c, CharacterFlag flag) {
  return (detail::character_table[static_cast<unsigned char>(c)].flags & flag) != 0;
}
inline bool is_newline(char c) {
  return c == '\n' || c == '\r';
}
/// ASCII letters to lower case, everything else as it is.
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace pgsegue::parser

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgsegue::parser {

inline bool is_high_surrogate(std::uint32_t code) {
  return code >= 0xD800 && code <= 0xDBFF;
}
inline bool is_low_surrogate(std::uint32_t code) {
  return code >= 0xDC00 && code <= 0xDFFF;
}
/// A code point that a string may hold: not 0, within Unicode. Surrogate halves are checked apart.
inline bool is_code_point(std::uint32_t code) {
  return code > 0 && code <= 0x10FFFF;
}
inline std::uint32_t join_surrogates(std::uint32_t high, std::uint32_t low) {
  return ((high & 0x3FF) << 10) + 0x10000 + (low & 0x3FF);
}

/// The value of a hexadecimal digit, or -1.
inline int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Room for the UTF-8 form of one code point.
struct Utf8Character {
  char bytes[4];
  std::size_t size;
};
Utf8Character to_utf8(std::uint32_t code);

/// Bytes of the character that starts with `lead`, as the server counts; a byte that starts none counts as
/// one.
inline std::size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte >= 0xF8 || byte < 0xC0) return 1;
  if (byte >= 0xF0) return 4;
  return byte >= 0xE0 ? 3 : 2;
}

/// The length of the longest prefix of `text` that does not cut a UTF-8 character.
std::size_t utf8_whole_characters(std::string_view text);

}  // namespace pgsegue::parser

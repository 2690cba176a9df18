#include "parser/encoding/character_length.hpp"

#include "parser/unicode.hpp"

#include <initializer_list>

namespace pgsegue::parser {

namespace {

constexpr unsigned char single_shift_2 = 0x8E, single_shift_3 = 0x8F;

struct ByteRange {
  unsigned char first, last;
  bool contains(unsigned char byte) const { return byte >= first && byte <= last; }
};

constexpr ByteRange euc{0xA1, 0xFE}, digits{'0', '9'};

unsigned char byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

/// The number of ranges, if that many bytes are there and each is in its range.
std::size_t length_if(std::string_view text, std::initializer_list<ByteRange> ranges) {
  if (text.size() < ranges.size()) return 0;
  std::size_t i = 0;
  for (const ByteRange range : ranges) {
    if (!range.contains(byte_at(text, i++))) return 0;
  }
  return ranges.size();
}

constexpr ByteRange any{0x80, 0xFF};

}  // namespace

std::size_t single_byte_length(std::string_view) {
  return 1;
}

std::size_t utf8_character_length(std::string_view text) {
  constexpr ByteRange continuation{0x80, 0xBF};
  const unsigned char lead = byte_at(text, 0);
  if (lead < 0xE0) return length_if(text, {{0xC2, 0xDF}, continuation});
  if (lead < 0xF0) {
    // No longer forms than needed, and no surrogates.
    const ByteRange second{static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                           static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    return length_if(text, {{0xE0, 0xEF}, second, continuation});
  }
  const ByteRange second{static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                         static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
  return length_if(text, {{0xF0, 0xF4}, second, continuation, continuation});
}

std::size_t euc_jp_length(std::string_view text) {
  if (byte_at(text, 0) == single_shift_2) return length_if(text, {any, {0xA1, 0xDF}});
  if (byte_at(text, 0) == single_shift_3) return length_if(text, {any, euc, euc});
  return length_if(text, {euc, euc});
}

std::size_t euc_kr_length(std::string_view text) {
  return length_if(text, {euc, euc});
}

std::size_t euc_tw_length(std::string_view text) {
  if (byte_at(text, 0) == single_shift_2) return length_if(text, {any, {0xA1, 0xA7}, euc, euc});
  if (byte_at(text, 0) == single_shift_3) return 0;
  return length_if(text, {any, euc});
}

std::size_t johab_length(std::string_view text) {
  if (byte_at(text, 0) == single_shift_3) return length_if(text, {any, euc, euc});
  return length_if(text, {any, euc});
}

std::size_t sjis_length(std::string_view text) {
  constexpr ByteRange half_width{0xA1, 0xDF};
  if (half_width.contains(byte_at(text, 0))) return 1;
  constexpr ByteRange low{0x81, 0x9F}, high{0xE0, 0xFC};
  const ByteRange lead = low.contains(byte_at(text, 0)) ? low : high;
  const std::size_t below = length_if(text, {lead, {0x40, 0x7E}});
  return below != 0 ? below : length_if(text, {lead, {0x80, 0xFC}});
}

std::size_t two_bytes_length(std::string_view text) {
  return text.size() < 2 ? 0 : 2;
}

std::size_t gb18030_length(std::string_view text) {
  constexpr ByteRange lead{0x81, 0xFE};
  if (text.size() > 1 && digits.contains(byte_at(text, 1)))
    return length_if(text, {lead, digits, lead, digits});
  const std::size_t below = length_if(text, {lead, {0x40, 0x7E}});
  return below != 0 ? below : length_if(text, {lead, {0x80, 0xFE}});
}

}  // namespace pgsegue::parser

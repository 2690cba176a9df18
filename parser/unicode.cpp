#include "parser/unicode.hpp"

namespace pgsegue::parser {

namespace {

char byte_of(std::uint32_t value) {
  return static_cast<char>(static_cast<unsigned char>(value));
}
char continuation(std::uint32_t bits) {
  return byte_of(0x80 | (bits & 0x3F));
}

}  // namespace

Utf8Character to_utf8(std::uint32_t code) {
  if (code < 0x80) return {{byte_of(code)}, 1};
  if (code < 0x800) return {{byte_of(0xC0 | code >> 6), continuation(code)}, 2};
  if (code < 0x10000) {
    return {{byte_of(0xE0 | code >> 12), continuation(code >> 6), continuation(code)}, 3};
  }
  return {{byte_of(0xF0 | code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code)},
          4};
}

std::size_t utf8_whole_characters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = end + utf8_length(text[end]);
    if (next > text.size()) break;
    end = next;
  }
  return end;
}

}  // namespace pgsegue::parser

#include "parser/scan_string.hpp"

#include "parser/character_class.hpp"
#include "parser/scan_escape.hpp"
#include "parser/scan_space.hpp"

#include <cstring>
#include <string_view>

namespace pgsegue::parser {

namespace {

std::size_t find_byte(ScanText text, std::size_t i, char byte) {
  if (i >= text.size) return text.size;
  const void* found = std::memchr(text.data + i, byte, text.size - i);
  return found != nullptr ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data) : text.size;
}

/// From behind an opening quote to behind the closing one; a doubled quote stays inside.
Scanned scan_plain_part(ScanText text, std::size_t i, char quote) {
  while (true) {
    i = find_byte(text, i, quote);
    if (i == text.size) return {i, ScanStatus::unterminated};
    if (text.at(i + 1) != quote) return {i + 1};
    i += 2;
  }
}

Scanned scan_bits_part(ScanText text, std::size_t i) {
  i = find_byte(text, i, '\'');
  if (i == text.size) return {i, ScanStatus::unterminated};
  return {i + 1};
}

Scanned scan_escaped_part(ScanText text, std::size_t i) {
  while (i < text.size) {
    if (text.data[i] == '\\') {
      const Scanned escape = scan_escape(text, i);
      if (escape.status != ScanStatus::ok) return escape;
      i = escape.end;
    } else if (text.data[i] != '\'') {
      ++i;
    } else if (text.at(i + 1) == '\'') {
      i += 2;
    } else {
      return {i + 1};
    }
  }
  return {text.size, ScanStatus::unterminated};
}

}  // namespace

Scanned scan_string_part(ScanText text, std::size_t quote, StringStyle style) {
  switch (style) {
    case StringStyle::escaped:
      return scan_escaped_part(text, quote + 1);
    case StringStyle::bits:
      return scan_bits_part(text, quote + 1);
    case StringStyle::plain:
      break;
  }
  return scan_plain_part(text, quote + 1, '\'');
}

Scanned scan_string(ScanText text, std::size_t quote, StringStyle style) {
  while (true) {
    const Scanned part = scan_string_part(text, quote, style);
    if (part.status != ScanStatus::ok) return part;
    quote = find_string_continuation(text, part.end);
    if (quote == no_continuation) return part;
  }
}

Scanned scan_quoted_identifier(ScanText text, std::size_t quote) {
  Scanned scanned = scan_plain_part(text, quote + 1, '"');
  if (scanned.status == ScanStatus::ok && scanned.end == quote + 2) scanned.status = ScanStatus::invalid;
  return scanned;
}

Scanned scan_dollar_quote(ScanText text, std::size_t dollar) {
  std::size_t i = dollar + 1;
  if (has_flag(text.at(i), flag_identifier_start)) {
    while (has_flag(text.at(i), flag_dollar_tag_part))
      ++i;
  }
  if (text.at(i) != '$') return {dollar, ScanStatus::invalid};
  const std::string_view whole(text.data, text.size);
  const std::string_view delimiter = whole.substr(dollar, i + 1 - dollar);
  const void* close = memmem(text.data + i + 1, text.size - i - 1, delimiter.data(), delimiter.size());
  if (close == nullptr) return {text.size, ScanStatus::unterminated};
  return {static_cast<std::size_t>(static_cast<const char*>(close) - text.data) + delimiter.size()};
}

}  // namespace pgsegue::parser

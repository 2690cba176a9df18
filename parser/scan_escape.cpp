#include "parser/scan_escape.hpp"

#include "parser/unicode.hpp"

#include <optional>

namespace pgsegue::parser {

namespace {

struct UnicodeEscape {
  std::uint32_t code;
  std::size_t end;
};

/// \uXXXX or \UXXXXXXXX at `i`; nothing if it is neither.
std::optional<UnicodeEscape> read_unicode_escape(ScanText text, std::size_t i) {
  if (text.at(i) != '\\' || (text.at(i + 1) != 'u' && text.at(i + 1) != 'U')) return std::nullopt;
  const std::size_t digits = text.at(i + 1) == 'u' ? 4 : 8;
  std::uint32_t code = 0;
  for (std::size_t k = 0; k < digits; ++k) {
    const int value = hex_value(text.at(i + 2 + k));
    if (value < 0) return std::nullopt;
    code = code << 4 | static_cast<std::uint32_t>(value);
  }
  return UnicodeEscape{code, i + 2 + digits};
}

Scanned scan_unicode_escape(ScanText text, std::size_t i) {
  const auto first = read_unicode_escape(text, i);
  if (!first || !is_code_point(first->code) || is_low_surrogate(first->code)) return {i, ScanStatus::invalid};
  if (!is_high_surrogate(first->code)) return {first->end};
  const auto second = read_unicode_escape(text, first->end);
  if (!second || !is_low_surrogate(second->code)) return {i, ScanStatus::invalid};
  return {second->end};
}

}  // namespace

Scanned scan_escape(ScanText text, std::size_t i) {
  const char kind = text.at(i + 1);
  if (kind == '\0') return {text.size, ScanStatus::unterminated};
  if (kind == 'u' || kind == 'U') return scan_unicode_escape(text, i);
  // Octal and \x escapes need no more: their further digits read as ordinary characters.
  return {i + 2};
}

}  // namespace pgsegue::parser

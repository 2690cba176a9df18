#include "parser/scan_number.hpp"

#include "parser/character_class.hpp"

namespace pgsegue::parser {

namespace {

std::size_t skip_digits(ScanText text, std::size_t i) {
  while (has_flag(text.at(i), flag_digit))
    ++i;
  return i;
}

Scanned without_trailing_junk(ScanText text, std::size_t end) {
  const bool junk = has_flag(text.at(end), flag_identifier_start);
  return {end, junk ? ScanStatus::invalid : ScanStatus::ok};
}

}  // namespace

Scanned scan_number(ScanText text, std::size_t i) {
  i = skip_digits(text, i);
  if (text.at(i) == '.') {
    if (text.at(i + 1) == '.') return {i};
    i = skip_digits(text, i + 1);
  }
  if (text.at(i) == 'e' || text.at(i) == 'E') {
    const std::size_t sign = text.at(i + 1) == '+' || text.at(i + 1) == '-' ? 1 : 0;
    if (!has_flag(text.at(i + 1 + sign), flag_digit)) return {i, ScanStatus::invalid};
    i = skip_digits(text, i + 1 + sign);
  }
  return without_trailing_junk(text, i);
}

Scanned scan_parameter(ScanText text, std::size_t i) {
  return without_trailing_junk(text, skip_digits(text, i + 1));
}

}  // namespace pgsegue::parser

#include "parser/scan_operator.hpp"

#include "parser/character_class.hpp"

#include <string_view>

namespace pgsegue::parser {

namespace {

constexpr std::size_t max_operator_bytes = 63;

bool opens_comment(ScanText text, std::size_t i) {
  return (text.data[i] == '/' && text.at(i + 1) == '*') || (text.data[i] == '-' && text.at(i + 1) == '-');
}

bool is_sign(char c) {
  return c == '+' || c == '-';
}

/// Drops trailing signs, so that `=-1` is `=` and `-1`, unless a character that SQL operators do not use
/// shows that the author means an operator of their own.
std::size_t without_trailing_signs(std::string_view op) {
  if (!is_sign(op.back())) return op.size();
  if (op.find_first_of("~!@#^&|`?%") != std::string_view::npos) return op.size();
  std::size_t size = op.size();
  while (size > 1 && is_sign(op[size - 1]))
    --size;
  return size;
}

}  // namespace

Scanned scan_operator(ScanText text, std::size_t i) {
  std::size_t end = i + 1;
  while (has_flag(text.at(end), flag_operator) && !opens_comment(text, end))
    ++end;
  if (end - i > 1) end = i + without_trailing_signs({text.data + i, end - i});
  return {end, end - i > max_operator_bytes ? ScanStatus::invalid : ScanStatus::ok};
}

}  // namespace pgsegue::parser

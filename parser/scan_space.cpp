#include "parser/scan_space.hpp"

#include "parser/character_class.hpp"

namespace pgsegue::parser {

std::size_t skip_blanks(ScanText text, std::size_t i) {
  while (has_flag(text.at(i), flag_space))
    ++i;
  return i;
}

std::size_t skip_line_comment(ScanText text, std::size_t i) {
  while (i < text.size && !is_newline(text.data[i]))
    ++i;
  return i;
}

Scanned skip_block_comment(ScanText text, std::size_t i) {
  std::size_t depth = 0;
  while (i + 1 < text.size) {
    if (text.data[i] == '/' && text.data[i + 1] == '*') {
      ++depth;
      i += 2;
    } else if (text.data[i] == '*' && text.data[i + 1] == '/') {
      i += 2;
      if (--depth == 0) return {i};
    } else {
      ++i;
    }
  }
  return {text.size, ScanStatus::unterminated};
}

std::size_t find_string_continuation(ScanText text, std::size_t i) {
  bool newline = false;
  while (true) {
    const char c = text.at(i);
    if (c == '\'') return newline ? i : no_continuation;
    if (has_flag(c, flag_space)) {
      newline = newline || is_newline(c);
      ++i;
    } else if (c == '-' && text.at(i + 1) == '-') {
      i = skip_line_comment(text, i);
    } else {
      return no_continuation;
    }
  }
}

}  // namespace pgsegue::parser

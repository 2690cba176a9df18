#pragma once

#include "parser/token.hpp"

#include <cstddef>

namespace pgsegue::parser {

/// The text being scanned; the position is handed around by value. Reading past the end gives NUL, which no
/// scannable text contains, so that sub-scanners look ahead without a bounds check of their own.
struct ScanText {
  const char* data;
  std::size_t size;

  char at(std::size_t i) const { return i < size ? data[i] : '\0'; }
};

/// What a sub-scanner found: the offset behind its token, or why there is none.
struct Scanned {
  std::size_t end;
  ScanStatus status = ScanStatus::ok;
};

}  // namespace pgsegue::parser

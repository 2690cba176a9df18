#pragma once

#include "parser/scan_cursor.hpp"

namespace pgsegue::parser {

/// The number that starts at `i` with a digit, or with a dot that a digit follows: 1, 1.5, .5, 1., 1e10. In
/// `1..2` it is the `1` only. A letter directly behind a number is `invalid`, as from PostgreSQL 15 on.
Scanned scan_number(ScanText text, std::size_t i);
/// `$1` at `i`; the caller has seen a digit behind the dollar sign.
Scanned scan_parameter(ScanText text, std::size_t i);

}  // namespace pgsegue::parser

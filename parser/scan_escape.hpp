#pragma once

#include "parser/scan_cursor.hpp"

namespace pgsegue::parser {

/// The backslash escape at `i` inside an E'…' constant. The halves of a surrogate pair must follow each other
/// directly and are taken together. A \u or \U escape that is not one, or not of a character, is `invalid`; a
/// backslash at the text's end is `unterminated`.
Scanned scan_escape(ScanText text, std::size_t i);

}  // namespace pgsegue::parser

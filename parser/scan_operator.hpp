#pragma once

#include "parser/scan_cursor.hpp"

namespace pgsegue::parser {

/// The operator that starts at `i` with an operator character, by the longest match, except that
///  - a comment's opening inside it ends it;
///  - it ends in + or - only if it is that one character or holds one of ~ ! @ # ^ & | ` ? %.
/// `?` is an operator character as on the server: libpg_query 15 has no placeholders of its own.
/// Longer than 63 bytes: `invalid`.
Scanned scan_operator(ScanText text, std::size_t i);

}  // namespace pgsegue::parser

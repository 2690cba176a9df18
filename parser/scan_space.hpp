#pragma once

#include "parser/scan_cursor.hpp"

namespace pgsegue::parser {

/// The end of the run of white space that starts at `i`; comments are not part of it.
std::size_t skip_blanks(ScanText text, std::size_t i);
/// The end of the line comment whose `--` is at `i`: the newline, which is not part of it, or the text's end.
std::size_t skip_line_comment(ScanText text, std::size_t i);
/// The end of the block comment whose opening is at `i`; block comments nest.
Scanned skip_block_comment(ScanText text, std::size_t i);

/// A string constant that ended before `i` goes on if only white space and line comments with at least one
/// newline stand between it and another quote. Returns the offset of that quote, or npos. A line comment may
/// come before the first newline, which then ends it; block comments never continue a string.
inline constexpr std::size_t no_continuation = static_cast<std::size_t>(-1);
std::size_t find_string_continuation(ScanText text, std::size_t i);

}  // namespace pgsegue::parser

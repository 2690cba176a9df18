#pragma once

#include "parser/scan_cursor.hpp"

namespace pgsegue::parser {

/// How the inside of a quoted constant is read.
enum class StringStyle : std::uint8_t {
  plain,    ///< '' is a quote, a backslash is itself: '…', N'…', U&'…' with standard_conforming_strings
  escaped,  ///< also backslash escapes: E'…', and '…' without standard_conforming_strings
  bits      ///< B'…', X'…': a quote always ends a part
};

/// One part of a string constant: from its opening quote at `quote` to behind its closing one.
Scanned scan_string_part(ScanText text, std::size_t quote, StringStyle style);
/// The string constant whose opening quote is at `quote`, with all its continuations. A bad \u escape is
/// `invalid`.
Scanned scan_string(ScanText text, std::size_t quote, StringStyle style);
/// The quoted identifier whose opening quote is at `quote`. An empty one is `invalid`.
Scanned scan_quoted_identifier(ScanText text, std::size_t quote);
/// `$tag$…$tag$` at `dollar`; `invalid` if no dollar quote opens there.
Scanned scan_dollar_quote(ScanText text, std::size_t dollar);

}  // namespace pgsegue::parser

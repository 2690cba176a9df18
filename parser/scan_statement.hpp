#pragma once

#include "parser/token.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace pgsegue::parser {

/// How far `scan_statement` came.
struct StatementScan {
  ScanStatus status;
  std::size_t end;  ///< behind the last token; if the status is not `ok`, where what cannot be read begins
};

/// Splits the text from byte `from` up to and with the first semicolon, or to its end: for scripts that hold
/// what psql would not send. `tokens` is cleared first; offsets are into the whole text, which is as `scan`
/// takes it.
StatementScan scan_statement(std::string_view text, std::size_t from, LexingState state,
                             std::vector<Token>& tokens);

}  // namespace pgsegue::parser

#pragma once

#include "parser/token.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace pgsegue::parser {

/// One statement of a script, from its first token to its last, without the semicolon.
struct ScriptStatement {
  std::string_view text;
  std::size_t line;  ///< from 1
};

struct Script {
  std::vector<ScriptStatement> statements;
  /// Not `ok`: from `line` on the text cannot be read, `statements` are those before.
  ScanStatus status = ScanStatus::ok;
  std::size_t line = 0;
};

/// The statements that psql would send from this text: a semicolon ends one unless it stands in brackets or
/// in the BEGIN ATOMIC body of a routine; a line's rest from a backslash on is a command of psql itself and
/// ends one too; what follows `COPY … FROM STDIN` up to a line `\.` is data. Variables (`:name`) are left as
/// they are. Texts of 4 GiB and more, and those with a NUL, are `invalid`.
Script read_script(std::string_view text);

}  // namespace pgsegue::parser

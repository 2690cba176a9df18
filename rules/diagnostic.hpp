#pragma once

#include <string>
#include <vector>

namespace pgsegue::rules {

/// Where a value stands in a file an operator wrote.
struct SourcePosition {
  unsigned line = 0;    ///< from 1; 0: the file as a whole
  unsigned column = 0;  ///< from 1, in characters
};

/// A finding about a file an operator wrote: where, what, and what to do.
struct Diagnostic {
  enum class Severity { error, warning };
  Severity severity = Severity::error;
  std::string file;
  unsigned line = 0;    ///< from 1; 0: the file as a whole
  unsigned column = 0;  ///< from 1, in characters
  std::string message;
  std::string hint;         ///< what to do, or a "did you mean"; may be empty
  std::string source_line;  ///< the text of that line, for the caret
};

/// `file:line:column: error: message`, the source line, a caret and the hint, each line ended by a newline;
/// in colour (ANSI escapes) if asked for.
std::string render(const Diagnostic& diagnostic, bool colour);

/// True if any is an error.
bool has_errors(const std::vector<Diagnostic>& diagnostics);

}  // namespace pgsegue::rules

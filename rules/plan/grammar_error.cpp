#include "rules/plan/grammar_error.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace pgsegue::rules::plan {

namespace {

/// How a message begins, where more than 42601 belongs to it.
struct KnownError {
  std::string_view message, sqlstate, hint;
};
constexpr std::string_view syntax_error = "42601";
constexpr std::array known_errors{
    KnownError{"subquery in FROM must have an alias", syntax_error,
               "For example, FROM (SELECT ...) [AS] foo."},
    KnownError{"VALUES in FROM must have an alias", syntax_error, "For example, FROM (VALUES ...) [AS] foo."},
    KnownError{"LIMIT #,# syntax is not supported", syntax_error, "Use separate LIMIT and OFFSET clauses."},
    KnownError{"invalid Unicode escape", syntax_error, "Unicode escapes must be \\XXXX or \\+XXXXXX."},
    KnownError{"frame start", "42P20", ""},
    KnownError{"frame end", "42P20", ""},
    KnownError{"precision for type float", "22023", ""},
    KnownError{"MATCH PARTIAL not yet implemented", "0A000", ""},
};

}  // namespace

SqlError grammar_error(std::string message) {
  SqlError error{std::string(syntax_error), std::move(message), {}, {}, 0};
  for (const KnownError& known : known_errors) {
    if (!error.message.starts_with(known.message)) continue;
    error.sqlstate = known.sqlstate;
    error.hint = known.hint;
    break;
  }
  return error;
}

}  // namespace pgsegue::rules::plan

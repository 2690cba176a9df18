#pragma once

#include "parser/catalog_view.hpp"
#include "rules/rewriter.hpp"
#include "rules/snapshot.hpp"
#include "rules/sql_error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::cli {

/// One name in a statement and what it stands for.
struct name_use {
  std::size_t position;  ///< in characters, from 1, as in the server's error messages
  std::string written;   ///< as it stands in the statement
  std::string logical;   ///< what it means in the client's version: `public.person.last_name`
  std::string physical;  ///< what it is on the server; empty if that is the same
  std::string why;       ///< which declared changes make the difference; empty if there is none
};

/// The names of a statement.
struct name_resolution {
  std::vector<name_use> uses;  ///< in order of position; empty if the statement cannot be parsed
  /// The first error that a database of the client's version would give.
  std::optional<rules::SqlError> problem;
};

/// What becomes of a statement, and why.
struct explanation {
  rules::Rewrite::Action action = rules::Rewrite::Action::forward;
  std::string text;       ///< for `replace`: the rewritten statement
  rules::SqlError error;  ///< for `refuse`
  name_resolution names;
};

/// Rewrites a statement of that version and resolves every name in it. `path` is the session's search path.
/// Needs a stack as deep statements do (net::BigStackThread).
explanation explain(std::string_view statement, const rules::Snapshot& snapshot, rules::VersionIndex version,
                    const parser::SearchPath& path);

}  // namespace pgsegue::cli

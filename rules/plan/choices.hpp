#pragma once

#include <cstddef>
#include <set>

namespace pgsegue::rules::plan {

/// How a statement is rewritten beyond the plain renaming in place. Starts plain; each time verification
/// finds a name that is captured, one choice more is made.
struct Choices {
  std::set<std::size_t> qualified;  ///< references by bare name that get their table's name in front
  std::set<std::size_t> named;      ///< created names that are written, so that the server chooses no other
  bool tables_with_schema = false;  ///< every table's name gets its schema
  /// Affected tables get a column alias list with the version's names, and references to them stay as they
  /// are.
  bool substitute = false;
  /// Stars that stand for the same columns on the server stay, though these may change.
  bool keep_stars = false;

  auto operator<=>(const Choices&) const = default;
};

}  // namespace pgsegue::rules::plan

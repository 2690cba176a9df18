#pragma once

#include "rules/rule_set.hpp"

#include <vector>

namespace pgsegue::rules {

/// One declared rename of a line, from the version before to `version`.
struct RenameStep {
  std::size_t version;
  SourcePosition from, to;  ///< of the two names in the file
  bool expanded;
};

/// What one table or column is called in every version, oldest first.
struct NameLine {
  std::vector<parser::Identifier> names;  ///< one per version
  std::vector<RenameStep> steps;          ///< by version; at least one for a column
  SourcePosition first_mention;
};

/// A table that some change mentions, with those of its columns that are renamed.
struct TableLine {
  parser::Identifier schema;
  NameLine name;
  std::vector<NameLine> columns;
};

/// Follows every mentioned table and column through all versions. What cannot be true of any catalog (two
/// things of one name, one thing renamed twice in a version, a name that the version before gave up) is added
/// to `findings`; the lines are then not to be used.
std::vector<TableLine> trace_names(const RuleSet& rules, std::vector<Diagnostic>& findings);

}  // namespace pgsegue::rules

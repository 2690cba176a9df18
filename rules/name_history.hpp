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

/// A table that some change mentions, with those of its columns and constraints that are renamed; or a
/// sequence.
struct TableLine {
  std::size_t schema;  ///< index into NameHistory::schemas
  NameLine name;
  std::vector<NameLine> columns;
  bool is_sequence = false;
  std::vector<NameLine> constraints{};
};

/// A type that some change mentions.
struct TypeLine {
  std::size_t schema;  ///< index into NameHistory::schemas
  NameLine name;
};

/// All that the changes of a rule file mention.
struct NameHistory {
  std::vector<NameLine> schemas;  ///< renamed, or with a table of `tables` or a type of `types`
  std::vector<TableLine> tables;  ///< by schema
  std::vector<TypeLine> types{};  ///< by schema
};

/// Follows every mentioned schema, table and column through all versions. What cannot be true of any catalog
/// (two things of one name, one thing renamed twice in a version, a name that the version before gave up) is
/// added to `findings`; the lines are then not to be used.
NameHistory trace_names(const RuleSet& rules, std::vector<Diagnostic>& findings);

}  // namespace pgsegue::rules

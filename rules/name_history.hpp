#pragma once

#include "rules/rule_set.hpp"

#include <optional>
#include <vector>

namespace pgsegue::rules {

/// One declared rename of a line, from the version before to `version`.
struct RenameStep {
  std::size_t version;
  SourcePosition from, to;  ///< of the two names in the file
  bool expanded;
  Complete complete = Complete::old_only;
};

/// That a column is added or dropped.
struct PresenceStep {
  std::size_t version;  ///< the first with it, or without it
  SourcePosition at;    ///< of the name in the file
  /// What the inserts of versions without it give it.
  std::optional<Located<std::string>> supply{};
};

/// What one table or column is called in every version, oldest first.
struct NameLine {
  std::vector<parser::Identifier>
      names;                      ///< one per version; where it does not exist, one that it has elsewhere
  std::vector<RenameStep> steps;  ///< by version; none for what is only mentioned
  SourcePosition first_mention;
  std::optional<PresenceStep> added{}, dropped{};

  /// True if that version has it.
  bool is_in(std::size_t version) const {
    return (!added || version >= added->version) && (!dropped || version < dropped->version);
  }
  /// What the inserts of that version, which does not have it, give it; null: its default.
  const Located<std::string>* supply_in(std::size_t version) const {
    const std::optional<PresenceStep>& step = added && version < added->version ? added : dropped;
    return step && step->supply ? &*step->supply : nullptr;
  }
  /// True if not every version has it, and the server need not.
  bool may_be_absent() const { return added || dropped; }
};

/// A table that some change mentions, with those of its columns and constraints that differ; or a
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

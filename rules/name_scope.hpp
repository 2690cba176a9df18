#pragma once

#include "rules/name_history.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pgsegue::rules {

/// Where the walk through the versions stands, and where findings go. Shared by all scopes of a walk.
struct TraceContext {
  const RuleSet& rules;
  std::vector<Diagnostic>& findings;
  std::size_t version = 0;  ///< whose changes are being gone through; at least 1 while names are asked for

  const std::string& version_name() const { return rules.versions()[version].name.value; }
  const std::string& name_before() const { return rules.versions()[version - 1].name.value; }
  void report(SourcePosition at, std::string message, std::string hint) const {
    findings.push_back(rules.diagnose(at, std::move(message), std::move(hint)));
  }
};

/// The names of one kind in one place (the tables of a schema, the columns of a table) while the versions are
/// gone through from the oldest to the newest.
///
/// Within a version, `find` and `rename` speak of the names of the version before; `apply` then gives all
/// renamed lines their new names at once. A line that is mentioned for the first time has had its name since
/// the first version.
class NameScope {
 public:
  /// Whether the old and the new one may exist together.
  struct Expansion {
    bool expanded = false;
    Complete complete = Complete::old_only;
  };
  using Supplied = std::optional<Located<std::string>>;

  /// `what` is "column" or "table", for messages. `context` must outlive the scope.
  NameScope(const TraceContext& context, std::string what) : context_(context), what_(std::move(what)) {}

  /// The line that has this name in the version before. Nothing, and a finding, if none can have it.
  /// `where` completes messages: " of table person", or empty.
  std::optional<std::size_t> find(const Located<parser::Identifier>& name, const std::string& where);
  /// The same for a name that is not renamed itself: it may not be one that a rename of this version gives.
  std::optional<std::size_t> find_kept(const Located<parser::Identifier>& name);
  /// The line that is renamed; nothing, and a finding, if it cannot be.
  std::optional<std::size_t> rename(const Located<parser::Identifier>& from,
                                    const Located<parser::Identifier>& to, Expansion expansion,
                                    const std::string& where);
  /// The line is dropped, or a new one is added; a finding, if it cannot be.
  void drop(const Located<parser::Identifier>& name, const Supplied& supply, const std::string& where);
  void add(const Located<parser::Identifier>& name, const Supplied& supply, const std::string& where);
  /// All changes of the version take effect.
  void apply();

  const NameLine& line(std::size_t index) const { return lines_[index]; }
  const std::vector<NameLine>& lines() const { return lines_; }

 private:
  struct Move {
    std::size_t line;
    Located<parser::Identifier> to;
    std::string where;
  };
  /// A name that was given up: for which one, and since when.
  struct Vacated {
    std::string version;
    std::optional<parser::Identifier> now;  ///< empty: it was dropped
  };
  struct Addition {
    Located<parser::Identifier> name;
    Supplied supply;
    std::string where;
  };

  std::size_t add_line(const Located<parser::Identifier>& name);
  /// As `find`, and a finding too if this version changes the line already.
  std::optional<std::size_t> find_unchanged(const Located<parser::Identifier>& name,
                                            const std::string& where);
  void take_name(const Move& move);
  void take_name(const Addition& addition);

  const TraceContext& context_;
  std::string what_;
  std::vector<NameLine> lines_;
  std::map<parser::Identifier, std::size_t> holders_;  ///< of the names of the version before
  std::map<parser::Identifier, Vacated> vacated_;
  // Of the version in hand:
  std::vector<Move> moves_;
  std::vector<std::size_t> drops_;
  std::vector<Addition> additions_;
};

}  // namespace pgsegue::rules

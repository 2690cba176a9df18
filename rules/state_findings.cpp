#include "rules/state_findings.hpp"

#include "rules/did_you_mean.hpp"

#include <algorithm>
#include <vector>

namespace pgsegue::rules {
namespace {

using parser::Identifier;

/// "a", "a or b", "a, b or c" in SQL form, each name once.
std::string join_names(const std::vector<Identifier>& names, std::string_view last_joint) {
  std::vector<Identifier> distinct;
  for (const Identifier& name : names) {
    if (std::find(distinct.begin(), distinct.end(), name) == distinct.end()) distinct.push_back(name);
  }
  std::string joined;
  for (std::size_t i = 0; i < distinct.size(); ++i) {
    if (i != 0) joined += i + 1 == distinct.size() ? last_joint : ", ";
    joined += distinct[i].to_sql();
  }
  return joined;
}

const std::string& version_name(const RuleSet& rules, std::size_t version) {
  return rules.versions()[version].name.value;
}

/// The first version that knows the line by this name.
std::size_t first_version_with(const NameLine& line, const Identifier& name) {
  return static_cast<std::size_t>(std::find(line.names.begin(), line.names.end(), name) - line.names.begin());
}

/// Names that are written in the file; a mere mention is the first of them.
SourcePosition start_of(const NameLine& line) {
  return line.steps.empty() ? line.first_mention : line.steps.front().from;
}

Diagnostic missing(const NameLine& line, const StatePlace& place, const RuleSet& rules) {
  std::string hint;
  for (auto name = line.names.begin(); hint.empty() && name != line.names.end(); ++name)
    hint = did_you_mean(name->str(), place.names);
  constexpr std::size_t few = 12;
  if (hint.empty() && !place.names.empty() && place.names.size() <= few)
    hint = hint_for_unknown("", place.names, place.where + " has");
  if (hint.empty()) hint = "correct the name, or create the " + place.what;
  return rules.diagnose(start_of(line),
                        place.where + " has no " + place.what + " " + join_names(line.names, " or "),
                        std::move(hint));
}

std::string expanded_hint(const StatePlace& place) {
  if (place.what == "column")
    return "if both columns are to be written, add \"expanded: true\" to this change; if ";
  if (place.what == "table")
    return "if each version is to use its own table, add \"expanded: true\" to this change; if ";
  return "if ";
}

Diagnostic several(const StateProblem& problem, const NameLine& line, const StatePlace& place,
                   const RuleSet& rules) {
  const Identifier& newest = problem.names.back();
  const std::size_t version = first_version_with(line, newest);
  const auto step = std::find_if(line.steps.begin(), line.steps.end(),
                                 [version](const RenameStep& each) { return each.version == version; });
  const SourcePosition at = step == line.steps.end() ? start_of(line) : step->to;
  const std::string both = problem.names.size() == 2 ? "both " : "";
  return rules.diagnose(at,
                        both + join_names(problem.names, " and ") + " exist in " + place.where +
                            ": it is not clear whether this rename has been carried out",
                        expanded_hint(place) + problem.names.front().to_sql() +
                            " is something else now, say \"physical: " + version_name(rules, version) +
                            "\" at the top of the file; else drop the " + place.what + " that is left over");
}

Diagnostic contested(const StateProblem& problem, const NameLine& line, const StatePlace& place,
                     const RuleSet& rules) {
  return rules.diagnose(
      start_of(line),
      "of the " + place.what + "s that are renamed here, " + place.where + " has only " +
          join_names(problem.names, " and ") + ", which another rename claims too",
      "one of the " + place.what + "s is missing; a rename in two steps needs two versions");
}

/// The first version that differs from the one before; 0: none does.
std::size_t first_change(const NameLine& line) {
  if (!line.steps.empty()) return line.steps.front().version;
  if (line.added) return line.added->version;
  return line.dropped ? line.dropped->version : 0;
}

Diagnostic undecided(const NameLine& line, const StatePlace& place, const RuleSet& rules) {
  const std::size_t after = first_change(line);
  const std::string old_version = version_name(rules, after == 0 ? 0 : after - 1);
  const std::string new_version = version_name(rules, after);
  return rules.diagnose(start_of(line),
                        "the names in " + place.where + " do not tell whether the " + place.what +
                            "s are those of " + old_version + " or of " + new_version,
                        "say which version the server's schema has: \"physical: " + old_version +
                            "\" or \"physical: " + new_version + "\" at the top of the file");
}

Diagnostic not_declared(const StateProblem& problem, const NameLine& line, const StatePlace& place,
                        const RuleSet& rules) {
  const auto declared = static_cast<std::size_t>(rules.physical()->value);
  const std::size_t real = first_version_with(line, problem.names.front());
  return rules.diagnose(
      rules.physical()->at,
      "in " + version_name(rules, declared) + " " + place.where + " has a " + place.what + " " +
          line.names[declared].to_sql() + ", but the server has " + join_names(problem.names, " and ") +
          " instead, as in " + version_name(rules, real),
      "\"physical\" names the version whose schema the server has; without it pgsegue finds "
      "out itself where names alone tell");
}

}  // namespace

Diagnostic describe(const StateProblem& problem, const NameLine& line, const StatePlace& place,
                    const RuleSet& rules) {
  switch (problem.kind) {
    case StateProblem::Kind::missing:
      return missing(line, place, rules);
    case StateProblem::Kind::several:
      return several(problem, line, place, rules);
    case StateProblem::Kind::contested:
      return contested(problem, line, place, rules);
    case StateProblem::Kind::undecided:
      return undecided(line, place, rules);
    case StateProblem::Kind::not_declared:
      break;
  }
  return not_declared(problem, line, place, rules);
}

}  // namespace pgsegue::rules

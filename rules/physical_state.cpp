#include "rules/physical_state.hpp"

#include "rules/state_search.hpp"

#include <algorithm>
#include <set>

namespace pgsegue::rules {
namespace {

using parser::Identifier;
using names = std::vector<Identifier>;

bool contains(std::span<const Identifier> list, const Identifier& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_expanded_step(const NameLine& line, std::size_t version) {
  return std::any_of(line.steps.begin(), line.steps.end(),
                     [version](const RenameStep& step) { return step.version == version && step.expanded; });
}

/// The first version of the run of versions that may exist together with this one.
std::size_t first_of_group(const NameLine& line, std::size_t version) {
  while (version > 0 && (line.names[version - 1] == line.names[version] || is_expanded_step(line, version)))
    --version;
  return version;
}

/// The line's names in that run, those that exist.
names existing_in_group(const NameLine& line, std::size_t first,
                        const std::function<bool(const Identifier&)>& exists) {
  names found;
  for (std::size_t v = first; v < line.names.size() && first_of_group(line, v) == first; ++v) {
    const Identifier& name = line.names[v];
    if (line.is_in(v) && !contains(found, name) && exists(name)) found.push_back(name);
  }
  return found;
}

/// What the line may be at: for every run of versions that may exist together, its existing names.
std::vector<names> options_of(const NameLine& line, const std::function<bool(const Identifier&)>& exists) {
  std::vector<names> options;
  for (std::size_t v = 0; v < line.names.size(); ++v) {
    if (first_of_group(line, v) != v) continue;
    names option = existing_in_group(line, v, exists);
    if (!option.empty() && std::find(options.begin(), options.end(), option) == options.end())
      options.push_back(std::move(option));
  }
  if (line.may_be_absent()) options.emplace_back();
  return options;
}

/// All names of all options, each once.
names all_existing(const std::vector<names>& options) {
  names all;
  for (const names& option : options) {
    for (const Identifier& name : option) {
      if (!contains(all, name)) all.push_back(name);
    }
  }
  return all;
}

/// What the declared version does not have may be there still, or already, for other versions.
names left_over(const NameLine& line, const std::function<bool(const Identifier&)>& exists,
                const std::set<Identifier>& taken) {
  for (names& left : options_of(line, exists)) {
    std::erase_if(left, [&](const Identifier& name) { return taken.contains(name); });
    if (!left.empty()) return std::move(left);
  }
  return {};
}

/// The state that `physical:` declares, checked.
PhysicalState declared_state(std::span<const NameLine> lines,
                             const std::function<bool(const Identifier&)>& exists, std::size_t version) {
  std::set<Identifier> taken;
  for (const NameLine& line : lines) {
    if (line.is_in(version)) taken.insert(line.names[version]);
  }
  PhysicalState state;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const NameLine& line = lines[i];
    if (!line.is_in(version)) {
      state.present.push_back(left_over(line, exists, taken));
      continue;
    }
    const Identifier& own = line.names[version];
    names present = existing_in_group(line, first_of_group(line, version), exists);
    std::erase_if(present, [&](const Identifier& name) { return name != own && taken.contains(name); });
    if (!contains(present, own)) {
      names existing = all_existing(options_of(line, exists));
      const auto kind = existing.empty() ? StateProblem::Kind::missing : StateProblem::Kind::not_declared;
      state.problems.push_back({kind, i, std::move(existing)});
    }
    state.present.push_back(std::move(present));
  }
  return state;
}

/// Why a group of lines with overlapping names has no assignment, or several.
StateProblem explain(const StateSearch& search, const std::vector<std::size_t>& group) {
  const auto& options = search.options();
  if (search.solutions() > 1)
    return {StateProblem::Kind::undecided, group.front(), all_existing(options[group.front()])};
  for (const std::size_t line : group) {
    if (options[line].size() > 1) return {StateProblem::Kind::several, line, all_existing(options[line])};
  }
  return {StateProblem::Kind::contested, group.back(), all_existing(options[group.back()])};
}

/// Those of the existing names whose columns hold what every row has.
names complete_names(const NameLine& line, std::span<const Identifier> present) {
  names complete;
  for (std::size_t v = 0; v < line.names.size(); ++v) {
    const auto step = std::find_if(line.steps.begin(), line.steps.end(),
                                   [v](const RenameStep& each) { return each.version == v; });
    const bool may_lack = step != line.steps.end() && step->complete == Complete::old_only;
    if (may_lack && !complete.empty()) break;
    const Identifier& name = line.names[v];
    if (contains(present, name) && !contains(complete, name)) complete.push_back(name);
  }
  return complete;
}

}  // namespace

PhysicalState find_physical_state(std::span<const NameLine> lines,
                                  const std::function<bool(const Identifier&)>& exists,
                                  std::optional<std::size_t> declared) {
  if (declared) return declared_state(lines, exists, *declared);
  PhysicalState state;
  std::vector<std::vector<names>> options;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    options.push_back(options_of(lines[i], exists));
    if (options.back().empty()) state.problems.push_back({StateProblem::Kind::missing, i, {}});
  }
  if (!state.problems.empty()) return state;
  StateSearch search(std::move(options));
  for (const std::vector<std::size_t>& group : search.groups()) {
    if (!search.solve(group)) state.problems.push_back(explain(search, group));
  }
  state.present = search.take_present();
  return state;
}

const Identifier& name_on_server(const NameLine& line, std::span<const Identifier> present,
                                 std::size_t version) {
  for (std::size_t v = version + 1; v-- > 0;) {
    if (contains(present, line.names[v])) return line.names[v];
  }
  for (std::size_t v = version + 1; v < line.names.size(); ++v) {
    if (contains(present, line.names[v])) return line.names[v];
  }
  return present.front();
}

Identifier name_to_read(const NameLine& line, std::span<const Identifier> present, std::size_t version) {
  return name_on_server(line, complete_names(line, present), version);
}

}  // namespace pgsegue::rules

#include "rules/name_scope.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::rules {

using parser::Identifier;

std::size_t NameScope::add_line(const Located<Identifier>& name) {
  lines_.push_back({std::vector<Identifier>(context_.version, name.value), {}, name.at});
  holders_.emplace(name.value, lines_.size() - 1);
  return lines_.size() - 1;
}

std::optional<std::size_t> NameScope::find(const Located<Identifier>& name, const std::string& where) {
  if (const auto holder = holders_.find(name.value); holder != holders_.end()) return holder->second;
  const auto vacated = vacated_.find(name.value);
  if (vacated == vacated_.end()) return add_line(name);
  const auto& [version, now] = vacated->second;
  context_.report(
      name.at, "there is no " + what_ + " " + name.value.to_sql() + where + " in " + context_.name_before(),
      version + (now ? " renamed it to " + now->to_sql() : " dropped it"));
  return std::nullopt;
}

std::optional<std::size_t> NameScope::find_kept(const Located<Identifier>& name) {
  const auto move = std::find_if(moves_.begin(), moves_.end(),
                                 [&](const Move& each) { return each.to.value == name.value; });
  if (move == moves_.end() || holders_.contains(name.value)) return find(name, {});
  const Identifier& before = lines_[move->line].names.back();
  context_.report(
      name.at,
      what_ + " " + name.value.to_sql() + " has this name only from " + context_.version_name() + " on",
      "the changes of a version are declared against the version before: write " + before.to_sql() +
          ", its name in " + context_.name_before());
  return std::nullopt;
}

std::optional<std::size_t> NameScope::rename(const Located<Identifier>& from, const Located<Identifier>& to,
                                             Expansion expansion, const std::string& where) {
  if (from.value == to.value) {
    context_.report(to.at, what_ + " " + from.value.to_sql() + where + " is renamed to the name it has",
                    "unquoted names fold to lower case; '\"Name\"' keeps its capitals");
    return std::nullopt;
  }
  const std::optional<std::size_t> line = find_unchanged(from, where);
  if (!line) return std::nullopt;
  moves_.push_back({*line, to, where});
  lines_[*line].steps.push_back({context_.version, from.at, to.at, expansion.expanded, expansion.complete});
  return line;
}

std::optional<std::size_t> NameScope::find_unchanged(const Located<Identifier>& name,
                                                     const std::string& where) {
  const std::optional<std::size_t> line = find(name, where);
  if (!line) return std::nullopt;
  const bool is_changed =
      std::find(drops_.begin(), drops_.end(), *line) != drops_.end() ||
      std::any_of(moves_.begin(), moves_.end(), [&](const Move& each) { return each.line == *line; });
  if (!is_changed) return line;
  context_.report(
      name.at, what_ + " " + name.value.to_sql() + where + " is changed twice in " + context_.version_name(),
      "keep one of the two; a second step needs a version of its own");
  return std::nullopt;
}

void NameScope::drop(const Located<Identifier>& name, const Supplied& supply, const std::string& where) {
  const std::optional<std::size_t> line = find_unchanged(name, where);
  if (!line) return;
  drops_.push_back(*line);
  lines_[*line].dropped = PresenceStep{context_.version, name.at, supply};
}

void NameScope::add(const Located<Identifier>& name, const Supplied& supply, const std::string& where) {
  additions_.push_back({name, supply, where});
}

void NameScope::take_name(const Addition& addition) {
  const Located<Identifier>& name = addition.name;
  const auto [holder, is_free] = holders_.emplace(name.value, lines_.size());
  if (is_free) {
    lines_.push_back({std::vector<Identifier>(context_.version + 1, name.value), {}, name.at});
    lines_.back().added = PresenceStep{context_.version, name.at, addition.supply};
    return;
  }
  context_.report(name.at, what_ + " " + name.value.to_sql() + addition.where + " exists already",
                  "choose another name, or rename or drop that one in the same version");
}

void NameScope::take_name(const Move& move) {
  const auto [holder, is_free] = holders_.emplace(move.to.value, move.line);
  lines_[move.line].names.push_back(move.to.value);
  if (is_free) return;
  const bool moved_too = lines_[holder->second].names.size() > context_.version;
  const std::string subject = what_ + " " + move.to.value.to_sql() + move.where;
  if (moved_too) {
    context_.report(move.to.at,
                    "two " + what_ + "s" + move.where + " are renamed to " + move.to.value.to_sql(),
                    "give one of them another name");
  } else {
    context_.report(move.to.at, subject + " exists in " + context_.name_before() + " already",
                    "choose another name, or rename that one in the same version");
  }
}

void NameScope::apply() {
  for (const Move& move : moves_)
    holders_.erase(lines_[move.line].names.back());
  for (const std::size_t line : drops_) {
    holders_.erase(lines_[line].names.back());
    vacated_.insert_or_assign(lines_[line].names.back(), Vacated{context_.version_name(), std::nullopt});
  }
  for (const Move& move : moves_)
    take_name(move);
  for (const Move& move : moves_) {
    const Identifier& old = lines_[move.line].names[context_.version - 1];
    vacated_.insert_or_assign(old, Vacated{context_.version_name(), move.to.value});
  }
  for (const Addition& addition : additions_)
    take_name(addition);
  for (const auto& [name, line] : holders_)
    vacated_.erase(name);
  moves_.clear();
  drops_.clear();
  additions_.clear();
  for (NameLine& line : lines_)
    line.names.resize(context_.version + 1, line.names.back());
}

}  // namespace pgsegue::rules

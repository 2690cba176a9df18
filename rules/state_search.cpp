#include "rules/state_search.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace pgsegue::rules {
namespace {

using parser::Identifier;

/// Real files need a handful of tries; this bounds what a file made to be hard can cost.
constexpr std::size_t most_tries = 100'000;

std::size_t root_of(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

}  // namespace

std::vector<std::vector<std::size_t>> StateSearch::groups() const {
  std::vector<std::size_t> parent(options_.size());
  std::iota(parent.begin(), parent.end(), 0);
  std::map<Identifier, std::size_t> first_with;
  for (std::size_t line = 0; line < options_.size(); ++line) {
    for (const Names& option : options_[line]) {
      for (const Identifier& name : option) {
        const auto [first, is_new] = first_with.emplace(name, line);
        if (!is_new) parent[root_of(parent, line)] = root_of(parent, first->second);
      }
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> by_root;
  for (std::size_t line = 0; line < options_.size(); ++line)
    by_root[root_of(parent, line)].push_back(line);
  std::vector<std::vector<std::size_t>> groups;
  groups.reserve(by_root.size());
  for (auto& [root, lines] : by_root)
    groups.push_back(std::move(lines));
  return groups;
}

bool StateSearch::solve(const std::vector<std::size_t>& group) {
  std::set<Identifier> all;
  for (const std::size_t line : group) {
    for (const Names& option : options_[line])
      all.insert(option.begin(), option.end());
  }
  to_use_ = all.size();
  used_.clear();
  chosen_.assign(group.size(), nullptr);
  solutions_ = 0;
  tries_left_ = most_tries;
  search(group, 0);
  return solutions_ == 1;
}

/// Marks the option's names as used; false, and nothing marked, if one of them is.
bool StateSearch::take(const Names& option) {
  if (std::any_of(option.begin(), option.end(), [&](const Identifier& name) { return used_.contains(name); }))
    return false;
  used_.insert(option.begin(), option.end());
  return true;
}

void StateSearch::search(const std::vector<std::size_t>& group, std::size_t depth) {
  if (solutions_ > 1) return;
  if (depth == group.size()) {
    if (used_.size() != to_use_) return;
    ++solutions_;
    for (std::size_t i = 0; i < group.size(); ++i)
      present_[group[i]] = *chosen_[i];
    return;
  }
  for (const Names& option : options_[group[depth]]) {
    if (tries_left_ == 0) {
      solutions_ = 2;
      return;
    }
    --tries_left_;
    if (!take(option)) continue;
    chosen_[depth] = &option;
    search(group, depth + 1);
    for (const Identifier& name : option)
      used_.erase(name);
  }
}

}  // namespace pgsegue::rules

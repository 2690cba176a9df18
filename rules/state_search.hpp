#pragma once

#include "parser/identifier.hpp"

#include <cstddef>
#include <set>
#include <vector>

namespace pgsegue::rules {

/// Looks for the assignment of lines to options (sets of existing names) that uses every name exactly once.
/// Lines that share no name do not influence each other and are solved in groups of their own.
class StateSearch {
 public:
  using Names = std::vector<parser::Identifier>;

  /// `options`: for each line, what it may be at; never empty.
  explicit StateSearch(std::vector<std::vector<Names>> options) : options_(std::move(options)) {
    present_.resize(options_.size());
  }

  /// Indexes of lines whose options overlap, directly or through others.
  std::vector<std::vector<std::size_t>> groups() const;
  /// True if exactly one assignment exists; the group's lines are then set.
  bool solve(const std::vector<std::size_t>& group);
  /// Of the group solved last: 0, 1, or 2 for more than one.
  int solutions() const { return solutions_; }

  const std::vector<std::vector<Names>>& options() const { return options_; }
  std::vector<Names> take_present() { return std::move(present_); }

 private:
  void search(const std::vector<std::size_t>& group, std::size_t depth);
  bool take(const Names& option);

  std::vector<std::vector<Names>> options_;
  std::vector<Names> present_;
  std::vector<const Names*> chosen_;  ///< by depth in the group in hand
  std::set<parser::Identifier> used_;
  std::size_t to_use_ = 0;  ///< how many different names the group's options have
  std::size_t tries_left_ = 0;
  int solutions_ = 0;
};

}  // namespace pgsegue::rules

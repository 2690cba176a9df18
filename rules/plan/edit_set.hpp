#pragma once

#include "parser/bound_statement.hpp"
#include "rules/edit_program.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace pgsegue::rules::plan {

/// Collects the edits of a text in any order and notices when two uses of one name want different things (the
/// name in JOIN … USING stands for a column on either side).
class EditSet {
 public:
  /// `tokens` must live as long as the set.
  explicit EditSet(std::span<const parser::Token> tokens) : tokens_(tokens) {}

  /// These tokens are to read `text`; empty: they are to stay as they are.
  void replace(parser::TokenRange tokens, const std::optional<std::string>& text);
  /// Puts `text` between token `end` and the one before it. Of several texts at one place the first comes
  /// first. Call it after the replacements.
  void add_behind(parser::TokenIndex end, const std::string& text);

  bool has_conflict() const { return has_conflict_; }
  /// Ascending, insertions before the replacement of the token they precede.
  EditProgram program() const;

 private:
  using Range = std::pair<std::size_t, std::uint32_t>;
  struct Replacement {
    std::optional<std::string> text;
    std::string suffix;
  };

  std::span<const parser::Token> tokens_;
  std::map<Range, Replacement> replacements_;
  std::map<std::size_t, std::string> insertions_;
  bool has_conflict_ = false;
};

}  // namespace pgsegue::rules::plan

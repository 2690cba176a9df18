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

  /// Puts texts directly around these tokens, inside of what else is inserted there.
  void wrap(parser::TokenRange tokens, const std::string& before, const std::string& after);

  bool has_conflict() const { return has_conflict_; }
  /// Ascending, insertions before the replacement of the token they precede. Without what wrap() puts around
  /// expressions, the program says what the names in them are to be.
  EditProgram program(bool with_wraps = true) const;
  bool has_wraps() const { return !wraps_.empty(); }

 private:
  using Range = std::pair<std::size_t, std::uint32_t>;
  struct Replacement {
    std::optional<std::string> text;
    std::string suffix;
  };

  std::span<const parser::Token> tokens_;
  std::map<Range, Replacement> replacements_;
  std::map<std::size_t, std::string> insertions_;
  std::map<Range, std::pair<std::string, std::string>> wraps_;
  bool has_conflict_ = false;
};

}  // namespace pgsegue::rules::plan

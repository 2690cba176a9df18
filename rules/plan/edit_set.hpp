#pragma once

#include "parser/bound_statement.hpp"
#include "rules/edit_program.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgsegue::rules::plan {

/// Collects the edits of a text in any order and notices when two uses of one name want different things (the
/// name in JOIN … USING stands for a column on either side).
class EditSet {
 public:
  /// `text` and `tokens` must live as long as the set.
  EditSet(std::string_view text, std::span<const parser::Token> tokens) : text_(text), tokens_(tokens) {}

  /// These tokens are to read `text`; empty: they are to stay as they are.
  void replace(parser::TokenRange tokens, const std::optional<std::string>& text);
  /// Puts `text` between token `end` and the one before it. Of several texts at one place the first comes
  /// first. Call it after the replacements.
  void add_behind(parser::TokenIndex end, const std::string& text);

  /// Puts texts directly around these tokens, inside of what else is inserted there.
  void wrap(parser::TokenRange tokens, const std::string& before, const std::string& after);

  /// In the end these tokens are to read `text`, whatever has been said of tokens in them and of the place
  /// behind them; nothing: as they are.
  void settle(parser::TokenRange tokens, std::optional<std::string> text);

  /// These tokens are to read `value` (with the edits inside of it) once for each suffix, behind it, with
  /// commas between. `value` is part of them.
  void repeat(parser::TokenRange tokens, parser::TokenRange value, std::vector<std::string> suffixes);

  bool has_conflict() const { return has_conflict_; }
  /// Ascending, insertions before the replacement of the token they precede. Without what wrap() puts around
  /// expressions and what is settled, the program says what the names in them are to be.
  EditProgram program(bool in_the_end = true) const;
  bool has_wraps() const { return !wraps_.empty() || !settled_.empty(); }

 private:
  using Range = std::pair<std::size_t, std::uint32_t>;
  struct Replacement {
    std::optional<std::string> text;
    std::string suffix;
  };

  struct Repetition {
    parser::TokenRange tokens, value;
    std::vector<std::string> suffixes;
  };

  bool is_settled(std::size_t first, std::size_t end) const;
  void apply(const Repetition& repetition, EditProgram& program) const;

  std::string_view text_;
  std::span<const parser::Token> tokens_;
  std::map<Range, std::optional<std::string>> settled_;
  std::vector<Repetition> repetitions_;
  std::map<Range, Replacement> replacements_;
  std::map<std::size_t, std::string> insertions_;
  std::map<Range, std::pair<std::string, std::string>> wraps_;
  bool has_conflict_ = false;
};

}  // namespace pgsegue::rules::plan

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

/// Text, and behind it tokens of the statement, as they read in the end; none: text alone.
struct TextPart {
  std::string text;
  parser::TokenRange tokens{};
};
using TextParts = std::vector<TextPart>;

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
  /// The same of a text that is another one in the end.
  void add_behind(parser::TokenIndex end, const std::string& text, const std::string& in_the_end);

  /// Puts texts directly around these tokens, inside of what else is inserted there.
  void wrap(parser::TokenRange tokens, const std::string& before, const std::string& after);

  /// In the end these tokens are to read `text`, whatever has been said of tokens in them and of the place
  /// behind them; nothing: as they are.
  void settle(parser::TokenRange tokens, std::optional<std::string> text);

  /// In the end these parts stand before the token, behind what belongs to the one before it. Of several at
  /// one place the first comes first.
  void append(parser::TokenIndex at, TextParts parts);

  /// In the end these tokens are to read `text`; what is appended may have them as they are.
  void move(parser::TokenRange tokens, const std::string& text);

  /// These tokens are to read `value` (with the edits inside of it) once for each suffix, behind it, with
  /// commas between. `value` is part of them.
  void repeat(parser::TokenRange tokens, parser::TokenRange value, std::vector<std::string> suffixes);

  bool has_conflict() const { return has_conflict_; }
  /// Ascending, insertions before the replacement of the token they precede. Without what is so in the end
  /// only, the program says what the statement's own names are to be.
  EditProgram program(bool in_the_end = true) const;
  bool differs_in_the_end() const { return has_end_of_its_own_; }

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

  struct Insertion {
    std::string text, in_the_end;
  };
  using Settled = std::map<Range, std::optional<std::string>>;

  static bool is_settled(const Settled& settled, std::size_t first, std::size_t end);
  EditProgram collect(bool in_the_end, const Settled& settled, const std::vector<Edit>& appended) const;
  std::vector<Edit> appended_edits(const EditProgram& program) const;
  void add_copy(const EditProgram& program, const parser::TokenRange& tokens, Edit& edit) const;
  void apply(const Repetition& repetition, EditProgram& program) const;

  std::string_view text_;
  std::span<const parser::Token> tokens_;
  Settled settled_;
  std::map<Range, std::string> moved_;
  std::map<std::size_t, TextParts> appended_;
  std::vector<Repetition> repetitions_;
  std::map<Range, Replacement> replacements_;
  std::map<std::size_t, Insertion> insertions_;
  std::map<Range, std::pair<std::string, std::string>> wraps_;
  bool has_conflict_ = false;
  bool has_end_of_its_own_ = false;
};

}  // namespace pgsegue::rules::plan

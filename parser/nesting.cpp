#include "parser/nesting.hpp"

#include "parser/identifier_token.hpp"

#include <algorithm>
#include <vector>

namespace pgsegue::parser {

namespace {

/// Steps between a bracket and the expression in it, e.g. SubLink, SelectStmt, ResTarget.
constexpr std::size_t steps_per_bracket = 4;

bool is_set_operation(std::string_view text, const Token& token) {
  return is_word(text, token, "union") || is_word(text, token, "intersect") || is_word(text, token, "except");
}

class NestingCounter {
 public:
  void add(std::string_view text, const Token& token) {
    if (token.kind == TokenKind::punctuation) {
      add_punctuation(text[token.begin]);
    } else if (is_set_operation(text, token)) {
      ++levels_.back().set_operations;
      step();
    } else {
      step();
    }
  }

  std::size_t deepest() const { return deepest_; }

 private:
  struct Level {
    std::size_t run = 0;             ///< tokens since the last separator
    std::size_t set_operations = 0;  ///< since the last semicolon
    std::size_t depth() const { return run + set_operations; }
  };

  void add_punctuation(char c) {
    switch (c) {
      case '(':
      case '[':
        below_ += levels_.back().depth();
        levels_.push_back({steps_per_bracket});
        break;
      case ')':
      case ']':
        close();
        break;
      case ',':
        levels_.back().run = 0;
        break;
      case ';':
        levels_.back() = {};
        break;
      default:
        break;
    }
  }

  void close() {
    // More closing than opening brackets: a syntax error, which nests no deeper.
    if (levels_.size() == 1) return;
    levels_.pop_back();
    below_ -= levels_.back().depth();
    step();
  }

  void step() {
    ++levels_.back().run;
    deepest_ = std::max(deepest_, below_ + levels_.back().depth());
  }

  std::vector<Level> levels_{1};
  std::size_t below_ = 0;  ///< depth of all levels but the innermost
  std::size_t deepest_ = 0;
};

}  // namespace

std::size_t estimate_nesting(std::string_view text, std::span<const Token> tokens) {
  NestingCounter counter;
  for (const Token& token : tokens)
    counter.add(text, token);
  return counter.deepest();
}

}  // namespace pgsegue::parser

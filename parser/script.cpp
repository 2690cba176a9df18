#include "parser/script.hpp"

#include "parser/identifier_token.hpp"
#include "parser/scan_statement.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace pgsegue::parser {

namespace {

/// What decides whether a semicolon ends a statement, as psqlscan.l keeps it.
class Depth {
 public:
  void add(std::string_view text, std::span<const Token> statement) {
    for (const Token& token : statement) {
      if (token.kind == TokenKind::punctuation) {
        add_bracket(text[token.begin]);
      } else if (token.kind == TokenKind::identifier) {
        add_word(text, token);
      }
    }
  }

  bool is_open() const { return brackets_ > 0 || bodies_ > 0; }

 private:
  void add_bracket(char c) {
    if (c == '(') ++brackets_;
    if (c == ')' && brackets_ > 0) --brackets_;
  }

  void add_word(std::string_view text, const Token& token) {
    const auto is = [&](std::string_view word) { return is_word(text, token, word); };
    if (words_ == 0) creates_ = is("create");
    if (creates_ && (words_ == 1 || words_ == 3)) makes_routine_ |= is("function") || is("procedure");
    ++words_;
    if (!makes_routine_ || brackets_ > 0) return;
    if (is("begin") || (is("case") && bodies_ > 0)) ++bodies_;
    if (is("end") && bodies_ > 0) --bodies_;
  }

  std::size_t brackets_ = 0;
  std::size_t bodies_ = 0;  ///< BEGIN and CASE without their END
  std::size_t words_ = 0;
  bool creates_ = false, makes_routine_ = false;
};

class ScriptReader {
 public:
  explicit ScriptReader(std::string_view text) : text_(text) {}

  Script run() {
    while (position_ < text_.size()) {
      const StatementScan found = scan_statement(text_, position_, {}, part_);
      depth_.add(text_, part_);
      tokens_.insert(tokens_.end(), part_.begin(), part_.end());
      position_ = found.end;
      if (found.status == ScanStatus::ok) {
        if (position_ >= text_.size() || !depth_.is_open()) finish();
      } else if (text_[position_] == '\\') {
        finish();
        skip_line();
      } else {
        script_.status = found.status;
        script_.line = line_of(position_);
        return std::move(script_);
      }
    }
    return std::move(script_);
  }

 private:
  void finish() {
    if (!tokens_.empty() && text_of(text_, tokens_.back()) == ";") tokens_.pop_back();
    if (!tokens_.empty()) {
      const std::size_t begin = tokens_.front().begin;
      script_.statements.push_back({text_.substr(begin, tokens_.back().end - begin), line_of(begin)});
      if (is_copy_from_stdin()) skip_data();
    }
    tokens_.clear();
    depth_ = {};
  }

  bool is_copy_from_stdin() const {
    if (!is_word(text_, tokens_.front(), "copy")) return false;
    const auto is_from_stdin = [this](const Token& from, const Token& what) {
      return is_word(text_, from, "from") && is_word(text_, what, "stdin");
    };
    return std::adjacent_find(tokens_.begin(), tokens_.end(), is_from_stdin) != tokens_.end();
  }

  void skip_line() {
    const std::size_t end = text_.find('\n', position_);
    position_ = end == std::string_view::npos ? text_.size() : end + 1;
  }

  void skip_data() {
    skip_line();
    while (position_ < text_.size()) {
      const std::string_view line = text_.substr(position_, 3);
      skip_line();
      if (line.starts_with("\\.") && (line.size() == 2 || line[2] == '\n' || line[2] == '\r')) return;
    }
  }

  /// Asked for in ascending order.
  std::size_t line_of(std::size_t byte) {
    const std::string_view passed = text_.substr(counted_, byte - counted_);
    line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
    counted_ = byte;
    return line_;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::vector<Token> part_, tokens_;  ///< of the last scan; of the statement so far
  Depth depth_;
  std::size_t counted_ = 0, line_ = 1;
  Script script_;
};

}  // namespace

Script read_script(std::string_view text) {
  const bool readable =
      text.size() < std::numeric_limits<std::uint32_t>::max() && text.find('\0') == std::string_view::npos;
  if (!readable) return {{}, ScanStatus::invalid, 1};
  return ScriptReader(text).run();
}

}  // namespace pgsegue::parser

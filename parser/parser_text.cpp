#include "parser/parser_text.hpp"

#include "parser/character_class.hpp"
#include "parser/scan_space.hpp"
#include "parser/scan_string.hpp"

namespace pgsegue::parser {

namespace {

/// Copies the text when the first difference is found.
class ParserText {
 public:
  ParserText(std::string_view text, LexingState state, std::string& out)
      : text_(text), state_(state), out_(out) {}

  void visit(const Token& token) {
    const char first = ascii_lower(text_[token.begin]);
    if (first == '$') return;
    const bool unprefixed = first == '\'' || first == 'n';
    const bool escaped = first == 'e' || (unprefixed && !state_.standard_conforming_strings);
    const bool bits = token.kind == TokenKind::bit_string;
    const auto style = bits ? StringStyle::bits : escaped ? StringStyle::escaped : StringStyle::plain;
    const ScanText whole{text_.data(), text_.size()};
    for (std::size_t quote = text_.find('\'', token.begin); quote < token.end;) {
      const std::size_t end = scan_string_part(whole, quote, style).end;
      if (unprefixed && escaped) replace_escapes(quote + 1, end - 1);
      if (end >= token.end) return;
      quote = find_string_continuation(whole, end);
      blank(end, quote);
    }
  }

  bool differs() const { return differs_; }

 private:
  void replace(std::size_t at, char c) {
    if (!differs_) out_.assign(text_);
    differs_ = true;
    out_[at] = c;
  }

  void replace_escapes(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (text_[i] != '\\') continue;
      replace(i, 'x');
      ++i;
      if (text_[i] == '\\' || text_[i] == '\'') replace(i, 'x');
    }
  }

  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!has_flag(text_[i], flag_space)) replace(i, ' ');
    }
  }

  std::string_view text_;
  LexingState state_;
  std::string& out_;
  bool differs_ = false;
};

}  // namespace

bool to_parser_text(std::string_view text, std::span<const Token> tokens, LexingState state,
                    std::string& out) {
  ParserText parser_text(text, state, out);
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::string || token.kind == TokenKind::bit_string) parser_text.visit(token);
  }
  return parser_text.differs();
}

void blank_comments(std::span<const Token> tokens, std::string& text) {
  const auto blank = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!has_flag(text[i], flag_space)) text[i] = ' ';
    }
  };
  std::size_t behind = 0;
  for (const Token& token : tokens) {
    blank(behind, token.begin);
    behind = token.end;
  }
  blank(behind, text.size());
}

}  // namespace pgsegue::parser

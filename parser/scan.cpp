#include "parser/character_class.hpp"
#include "parser/scan_cursor.hpp"
#include "parser/scan_number.hpp"
#include "parser/scan_operator.hpp"
#include "parser/scan_space.hpp"
#include "parser/scan_statement.hpp"
#include "parser/scan_string.hpp"
#include "parser/token.hpp"

#include <cstring>
#include <limits>

namespace pgsegue::parser {

namespace {

/// One pass over a text. `next` looks at one byte and hands over to the sub-scanner for what it may start.
class Scanner {
 public:
  Scanner(ScanText text, LexingState state, std::vector<Token>& tokens, std::size_t from = 0)
      : text_(text), state_(state), tokens_(tokens), position_(from) {}

  ScanStatus run() {
    while (true) {
      skip_space();
      if (position_ >= text_.size) return ScanStatus::ok;
      if (const ScanStatus status = next(); status != ScanStatus::ok) return status;
    }
  }

  StatementScan run_statement() {
    while (true) {
      skip_space();
      const std::size_t begin = position_;
      if (begin >= text_.size) return {ScanStatus::ok, begin};
      if (const ScanStatus status = next(); status != ScanStatus::ok) return {status, begin};
      if (text_.data[begin] == ';') return {ScanStatus::ok, position_};
    }
  }

 private:
  void skip_space() {
    while (position_ < text_.size && has_flag(text_.data[position_], flag_space))
      ++position_;
  }

  ScanStatus next() {
    switch (lead_of(text_.data[position_])) {
      case Lead::letter:
        return identifier();
      case Lead::punctuation:
        return emit(TokenKind::punctuation, {position_ + 1});
      case Lead::digit:
        return emit(TokenKind::number, scan_number(text_, position_));
      case Lead::prefix_letter:
        return prefixed();
      case Lead::op:
        return operator_or_comment();
      case Lead::dot:
        return dot();
      case Lead::single_quote:
        return emit(TokenKind::string, scan_string(text_, position_, unprefixed_style()));
      case Lead::double_quote:
        return emit(TokenKind::quoted_identifier, scan_quoted_identifier(text_, position_));
      case Lead::dollar:
        return dollar();
      case Lead::colon:
        return colon();
      case Lead::space:
      case Lead::other:
        break;
    }
    return ScanStatus::invalid;
  }

  ScanStatus emit(TokenKind kind, Scanned scanned) {
    if (scanned.status != ScanStatus::ok) return scanned.status;
    tokens_.push_back({static_cast<std::uint32_t>(position_), static_cast<std::uint32_t>(scanned.end), kind});
    position_ = scanned.end;
    return ScanStatus::ok;
  }

  ScanStatus identifier() {
    std::size_t end = position_ + 1;
    while (end < text_.size && has_flag(text_.data[end], flag_identifier_part))
      ++end;
    return emit(TokenKind::identifier, {end});
  }

  /// b e n u x: a string constant if a quote follows directly, else an ordinary identifier.
  ScanStatus prefixed() {
    const char follower = text_.at(position_ + 1);
    const char letter = ascii_lower(text_.data[position_]);
    if (letter == 'u') return follower == '&' ? unicode_prefixed() : identifier();
    if (follower != '\'') return identifier();
    const std::size_t quote = position_ + 1;
    if (letter == 'e') return emit(TokenKind::string, scan_string(text_, quote, StringStyle::escaped));
    if (letter == 'n') return emit(TokenKind::string, scan_string(text_, quote, unprefixed_style()));
    return emit(TokenKind::bit_string, scan_string(text_, quote, StringStyle::bits));
  }

  ScanStatus unicode_prefixed() {
    const std::size_t quote = position_ + 2;
    if (text_.at(quote) == '"') {
      return emit(TokenKind::unicode_identifier, scan_quoted_identifier(text_, quote));
    }
    if (text_.at(quote) != '\'') return identifier();
    // The server refuses U&'…' without standard_conforming_strings.
    if (!state_.standard_conforming_strings) return ScanStatus::invalid;
    return emit(TokenKind::string, scan_string(text_, quote, StringStyle::plain));
  }

  ScanStatus operator_or_comment() {
    const char first = text_.data[position_];
    const char second = text_.at(position_ + 1);
    if (first == '-' && second == '-') {
      position_ = skip_line_comment(text_, position_);
      return ScanStatus::ok;
    }
    if (first == '/' && second == '*') {
      const Scanned comment = skip_block_comment(text_, position_);
      position_ = comment.end;
      return comment.status;
    }
    return emit(TokenKind::op, scan_operator(text_, position_));
  }

  ScanStatus dot() {
    const char second = text_.at(position_ + 1);
    if (has_flag(second, flag_digit)) return emit(TokenKind::number, scan_number(text_, position_));
    if (second == '.') return emit(TokenKind::op, {position_ + 2});
    return emit(TokenKind::punctuation, {position_ + 1});
  }

  ScanStatus colon() {
    const char second = text_.at(position_ + 1);
    if (second == ':' || second == '=') return emit(TokenKind::op, {position_ + 2});
    return emit(TokenKind::punctuation, {position_ + 1});
  }

  ScanStatus dollar() {
    if (has_flag(text_.at(position_ + 1), flag_digit)) {
      return emit(TokenKind::parameter, scan_parameter(text_, position_));
    }
    return emit(TokenKind::string, scan_dollar_quote(text_, position_));
  }

  StringStyle unprefixed_style() const {
    return state_.standard_conforming_strings ? StringStyle::plain : StringStyle::escaped;
  }

  ScanText text_;
  LexingState state_;
  std::vector<Token>& tokens_;
  std::size_t position_;
};

}  // namespace

ScanStatus scan(std::string_view text, LexingState state, std::vector<Token>& tokens) {
  tokens.clear();
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) return ScanStatus::invalid;
  if (!text.empty() && std::memchr(text.data(), '\0', text.size()) != nullptr) return ScanStatus::invalid;
  return Scanner({text.data(), text.size()}, state, tokens).run();
}

StatementScan scan_statement(std::string_view text, std::size_t from, LexingState state,
                             std::vector<Token>& tokens) {
  tokens.clear();
  return Scanner({text.data(), text.size()}, state, tokens, from).run_statement();
}

}  // namespace pgsegue::parser

#include "parser/character_class.hpp"
#include "parser/scan_cursor.hpp"
#include "parser/scan_number.hpp"
#include "parser/scan_operator.hpp"
#include "parser/scan_space.hpp"
#include "parser/scan_statement.hpp"
#include "parser/scan_string.hpp"
#include "parser/token.hpp"

#include <array>
#include <cstddef>
#include <cstring>
#include <limits>

namespace pgsegue::parser {

namespace {

/// What is found at a byte: a token, or a comment.
struct Found {
  Scanned scanned;
  TokenKind kind = TokenKind::punctuation;
  bool is_comment = false;
};

/// Tokens on their way into the caller's vector, a good many at a time.
class TokenBatch {
 public:
  explicit TokenBatch(std::vector<Token>& tokens) : tokens_(tokens) {}

  void add(std::size_t begin, std::size_t end, TokenKind kind) {
    if (count_ == batch_.size()) flush();
    batch_[count_++] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind};
  }
  void flush() {
    tokens_.insert(tokens_.end(), batch_.begin(), batch_.begin() + static_cast<std::ptrdiff_t>(count_));
    count_ = 0;
  }

 private:
  std::vector<Token>& tokens_;
  std::array<Token, 64> batch_;
  std::size_t count_ = 0;
};

/// One pass over a text: looks at one byte and hands over to the sub-scanner for what it may start. What most
/// statements are made of is found without one.
class Scanner {
 public:
  Scanner(ScanText text, LexingState state) : text_(text), state_(state) {}

  /// `one_statement`: up to and with the first semicolon.
  StatementScan run(std::size_t position, bool one_statement, std::vector<Token>& tokens) const {
    TokenBatch batch(tokens);
    const StatementScan scanned = run(position, one_statement, batch);
    batch.flush();
    return scanned;
  }

 private:
  StatementScan run(std::size_t position, bool one_statement, TokenBatch& tokens) const {
    while (true) {
      position = skip_space(position);
      if (position >= text_.size) return {ScanStatus::ok, position};
      const Found found = next(position);
      if (found.scanned.status != ScanStatus::ok) return {found.scanned.status, position};
      if (!found.is_comment) tokens.add(position, found.scanned.end, found.kind);
      const bool ends = one_statement && text_.data[position] == ';';
      position = found.scanned.end;
      if (ends) return {ScanStatus::ok, position};
    }
  }

  std::size_t skip_space(std::size_t i) const {
    while (i < text_.size && has_flag(text_.data[i], flag_space))
      ++i;
    return i;
  }

  [[gnu::always_inline]] Found next(std::size_t i) const {
    switch (lead_of(text_.data[i])) {
      case Lead::letter:
        return identifier(i);
      case Lead::punctuation:
        return {{i + 1}};
      case Lead::digit:
        return number(i);
      case Lead::prefix_letter:
        return is_prefix(i) ? prefixed(i) : identifier(i);
      case Lead::op:
        return is_alone(i) ? Found{{i + 1}, TokenKind::op} : operator_or_comment(i);
      case Lead::dot:
        return dot(i);
      case Lead::single_quote:
        return {scan_string(text_, i, unprefixed_style()), TokenKind::string};
      case Lead::double_quote:
        return {scan_quoted_identifier(text_, i), TokenKind::quoted_identifier};
      case Lead::dollar:
        return dollar(i);
      case Lead::colon:
        return colon(i);
      case Lead::space:
      case Lead::other:
        break;
    }
    return {{i, ScanStatus::invalid}};
  }

  Found identifier(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < text_.size && has_flag(text_.data[end], flag_identifier_part))
      ++end;
    return {{end}, TokenKind::identifier};
  }

  Found number(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < text_.size && has_flag(text_.data[end], flag_digit))
      ++end;
    const char behind = text_.at(end);
    const bool is_integer = behind != '.' && !has_flag(behind, flag_identifier_start);
    return {is_integer ? Scanned{end} : scan_number(text_, i), TokenKind::number};
  }

  /// True if an operator of one character stands at `i`.
  bool is_alone(std::size_t i) const { return !has_flag(text_.at(i + 1), flag_operator); }

  /// b e n u x: what follows may make it the prefix of a constant or identifier.
  bool is_prefix(std::size_t i) const {
    const char follower = text_.at(i + 1);
    return follower == '\'' || follower == '&';
  }

  Found prefixed(std::size_t i) const {
    const char letter = ascii_lower(text_.data[i]);
    const std::size_t quote = i + 1;
    if (letter == 'u') return text_.data[quote] == '&' ? unicode_prefixed(i) : identifier(i);
    if (text_.data[quote] != '\'') return identifier(i);
    if (letter == 'e') return {scan_string(text_, quote, StringStyle::escaped), TokenKind::string};
    if (letter == 'n') return {scan_string(text_, quote, unprefixed_style()), TokenKind::string};
    return {scan_string(text_, quote, StringStyle::bits), TokenKind::bit_string};
  }

  Found unicode_prefixed(std::size_t i) const {
    const std::size_t quote = i + 2;
    if (text_.at(quote) == '"') return {scan_quoted_identifier(text_, quote), TokenKind::unicode_identifier};
    if (text_.at(quote) != '\'') return identifier(i);
    // The server refuses U&'…' without standard_conforming_strings.
    if (!state_.standard_conforming_strings) return {{i, ScanStatus::invalid}};
    return {scan_string(text_, quote, StringStyle::plain), TokenKind::string};
  }

  Found operator_or_comment(std::size_t i) const {
    const char first = text_.data[i];
    const char second = text_.at(i + 1);
    if (first == '-' && second == '-') return {{skip_line_comment(text_, i)}, {}, true};
    if (first == '/' && second == '*') return {skip_block_comment(text_, i), {}, true};
    return {scan_operator(text_, i), TokenKind::op};
  }

  Found dot(std::size_t i) const {
    const char second = text_.at(i + 1);
    if (has_flag(second, flag_digit)) return {scan_number(text_, i), TokenKind::number};
    if (second == '.') return {{i + 2}, TokenKind::op};
    return {{i + 1}};
  }

  Found colon(std::size_t i) const {
    const char second = text_.at(i + 1);
    if (second == ':' || second == '=') return {{i + 2}, TokenKind::op};
    return {{i + 1}};
  }

  Found dollar(std::size_t i) const {
    if (has_flag(text_.at(i + 1), flag_digit)) return {scan_parameter(text_, i), TokenKind::parameter};
    return {scan_dollar_quote(text_, i), TokenKind::string};
  }

  StringStyle unprefixed_style() const {
    return state_.standard_conforming_strings ? StringStyle::plain : StringStyle::escaped;
  }

  ScanText text_;
  LexingState state_;
};

}  // namespace

ScanStatus scan(std::string_view text, LexingState state, std::vector<Token>& tokens) {
  tokens.clear();
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) return ScanStatus::invalid;
  if (!text.empty() && std::memchr(text.data(), '\0', text.size()) != nullptr) return ScanStatus::invalid;
  return Scanner({text.data(), text.size()}, state).run(0, false, tokens).status;
}

StatementScan scan_statement(std::string_view text, std::size_t from, LexingState state,
                             std::vector<Token>& tokens) {
  tokens.clear();
  return Scanner({text.data(), text.size()}, state).run(from, true, tokens);
}

}  // namespace pgsegue::parser

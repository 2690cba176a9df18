#include "parser/long_lists.hpp"

#include "parser/identifier_token.hpp"

#include <algorithm>

namespace pgsegue::parser {

namespace {

class ListFinder {
 public:
  ListFinder(std::string_view text, std::span<const Token> tokens, std::string& parser_text)
      : text_(text), tokens_(tokens), parser_text_(parser_text) {}

  /// Lists begin behind an opening bracket, behind VALUES, or, in brackets, behind an element of another
  /// kind.
  std::size_t run() {
    std::size_t depth = 0, left = tokens_.size();
    for (std::size_t i = 0; i < tokens_.size();) {
      const char c = symbol(i);
      if (c == '(' || c == '[') ++depth;
      if ((c == ')' || c == ']') && depth > 0) --depth;
      const bool may_begin =
          c == '(' || c == '[' || (c == ',' && depth > 0) || is_word(text_, tokens_[i], "values");
      ++i;
      if (may_begin) i = skip_list(i, left);
    }
    return left;
  }

 private:
  /// Leaves out the middle of the list from token `begin` on and returns what follows it; `begin` if there is
  /// none. The last element stays: what follows it may belong to it.
  std::size_t skip_list(std::size_t begin, std::size_t& left) {
    std::size_t count = 0, kept_end = begin, last = begin, end = begin;
    for (std::size_t at = begin; const std::size_t after = element(at); at = end + 1) {
      if (++count < parsed_list_elements) kept_end = after;
      last = at;
      end = after;
      if (symbol(end) != ',') break;
    }
    if (count <= parsed_list_elements) return end;
    // From a comma to before the last one.
    const auto from = parser_text_.begin() + tokens_[kept_end].begin;
    std::fill(from, parser_text_.begin() + tokens_[last - 1].begin, ' ');
    left -= last - 1 - kept_end;
    return end;
  }

  /// Behind the constant, or row of constants, at token `i`; 0: there is none.
  std::size_t element(std::size_t i) const {
    if (symbol(i) != '(') return constant(i);
    do {
      i = constant(i + 1);
    } while (i != 0 && symbol(i) == ',');
    return i != 0 && symbol(i) == ')' ? i + 1 : 0;
  }

  std::size_t constant(std::size_t i) const {
    if (symbol(i) == '+' || symbol(i) == '-') ++i;
    if (i >= tokens_.size()) return 0;
    switch (tokens_[i].kind) {
      case TokenKind::number:
      case TokenKind::string:
      case TokenKind::bit_string:
      case TokenKind::parameter:
        return ends_element(i + 1) ? i + 1 : 0;
      case TokenKind::identifier:
        return is_constant_word(tokens_[i]) && ends_element(i + 1) ? i + 1 : 0;
      default:
        return 0;
    }
  }

  bool ends_element(std::size_t i) const { return symbol(i) == ',' || symbol(i) == ')' || symbol(i) == ']'; }

  bool is_constant_word(const Token& token) const {
    return is_word(text_, token, "null") || is_word(text_, token, "true") || is_word(text_, token, "false") ||
           is_word(text_, token, "default");
  }

  /// The token's character if it has one only and is no word or constant.
  char symbol(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].end - tokens_[i].begin != 1) return '\0';
    const bool is_symbol = tokens_[i].kind == TokenKind::punctuation || tokens_[i].kind == TokenKind::op;
    return is_symbol ? text_[tokens_[i].begin] : '\0';
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::string& parser_text_;
};

}  // namespace

std::size_t leave_out_long_lists(std::string_view text, std::span<const Token> tokens,
                                 std::string& parser_text) {
  if (tokens.size() <= 2 * parsed_list_elements) return tokens.size();
  return ListFinder(text, tokens, parser_text).run();
}

}  // namespace pgsegue::parser

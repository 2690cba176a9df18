#include "rules/constant_text.hpp"

#include "parser/character_class.hpp"

namespace pgsegue::rules {

namespace {

bool has_escapes(std::string_view token, parser::LexingState state) {
  const char first = parser::ascii_lower(token.front());
  if (first == 'e') return true;
  return (first == '\'' || first == 'n') && !state.standard_conforming_strings;
}

bool is_unicode_constant(std::string_view token) {
  return parser::ascii_lower(token.front()) == 'u';
}

/// `$tag$…$tag$` without its quotes: to a word a dollar sign may belong.
std::string inside_dollars(std::string_view token) {
  const std::size_t length = token.find('$', 1) + 1;
  return ' ' + std::string(token.substr(length, token.size() - 2 * length)) + ' ';
}

/// `'a'` newline `'b'` is one constant: without the gaps between its parts. Nothing if a gap holds a comment.
std::optional<std::string> without_gaps(std::string_view token, bool escapes) {
  const std::size_t open = token.find('\'');
  std::string whole(token.substr(0, open + 1));
  for (std::size_t i = open + 1; i < token.size(); ++i) {
    whole += token[i];
    const bool is_pair =
        i + 1 < token.size() && ((escapes && token[i] == '\\') || (token[i] == '\'' && token[i + 1] == '\''));
    if (is_pair) {
      whole += token[++i];
    } else if (token[i] == '\'' && i + 1 < token.size()) {
      whole.pop_back();
      i = token.find_first_not_of(" \t\n\r\f\v", i + 1);
      if (i == std::string_view::npos || token[i] != '\'') return std::nullopt;
    }
  }
  return whole;
}

bool is_numeric_escape(char c) {
  return (c >= '0' && c <= '7') || c == 'x' || c == 'u' || c == 'U';
}
bool is_control_escape(char c) {
  return std::string_view("bfnrt").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> constant_words(std::string_view token, parser::LexingState state) {
  // Any character may be its escape character: what UESCAPE says is not looked at.
  if (is_unicode_constant(token)) return std::nullopt;
  if (token.front() == '$') return inside_dollars(token);
  const bool escapes = has_escapes(token, state);
  const std::optional<std::string> whole = without_gaps(token, escapes);
  if (!whole || !escapes) return whole;
  std::string words;
  for (std::size_t i = 0; i < whole->size(); ++i) {
    if ((*whole)[i] != '\\' || i + 1 == whole->size()) {
      words += (*whole)[i];
      continue;
    }
    const char escaped = (*whole)[++i];
    if (is_numeric_escape(escaped)) return std::nullopt;
    words += is_control_escape(escaped) ? ' ' : escaped;
  }
  // The prefix must not become part of the first word.
  words.front() = ' ';
  return words;
}

}  // namespace pgsegue::rules

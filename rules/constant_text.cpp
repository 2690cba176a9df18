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
  std::string words(token);
  if (!has_escapes(token, state)) return words;
  words.clear();
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '\\' || i + 1 == token.size()) {
      words += token[i];
      continue;
    }
    const char escaped = token[++i];
    if (is_numeric_escape(escaped)) return std::nullopt;
    words += is_control_escape(escaped) ? ' ' : escaped;
  }
  // The prefix must not become part of the first word.
  words.front() = ' ';
  return words;
}

}  // namespace pgsegue::rules

#include "rules/affected_gate.hpp"

#include "parser/character_class.hpp"
#include "parser/identifier_token.hpp"
#include "parser/unicode.hpp"

#include <algorithm>

namespace pgsegue::rules {

namespace {

using parser::NameBuffer;
using parser::TokenKind;

bool is_name_part(char c) {
  return parser::has_flag(c, parser::flag_identifier_part);
}

/// What may follow the backslash of an escape that stands for a character by its number: octal, \x, \u, \U
/// and, of U&'…', \XXXX and \+.
bool is_numeric_escape(std::string_view rest) {
  if (rest.empty()) return false;
  if (rest.front() <= '7' && rest.front() >= '0') return true;
  if (std::string_view("xuU+").find(rest.front()) != std::string_view::npos) return true;
  const std::string_view digits = rest.substr(0, 4);
  return digits.size() == 4 &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return parser::hex_value(c) >= 0; });
}

/// Such an escape may hide a letter of a name.
bool may_hide_letters(std::string_view text) {
  for (std::size_t i = text.find('\\'); i != std::string_view::npos; i = text.find('\\', i + 1)) {
    if (is_numeric_escape(text.substr(i + 1))) return true;
  }
  return text.find("u&\"") != std::string_view::npos || text.find("U&\"") != std::string_view::npos;
}

std::string_view folded(std::string_view word, NameBuffer& buffer) {
  buffer.clear();
  for (const char c : word)
    buffer.push(parser::ascii_lower(c));
  return buffer.finish();
}

}  // namespace

AffectedGate::AffectedGate(const AffectedNames& names) : names_(names) {
  for (const parser::Identifier& name : names.relations)
    filter_.add(name.str());
  for (const parser::Identifier& name : names.functions)
    filter_.add(name.str());
}

bool AffectedGate::contains(std::string_view name) const {
  return names_.relations.contains(name) || names_.functions.contains(name);
}

bool AffectedGate::admits(std::string_view text, std::span<const parser::Token> tokens,
                          parser::TokenIndex index) const {
  const parser::Token& token = tokens[static_cast<std::size_t>(index)];
  NameBuffer name;
  if (token.kind == TokenKind::identifier) {
    const std::string_view word = text_of(text, token);
    return filter_.may_contain(word) && contains(folded(word, name));
  }
  if (!parser::is_identifier(token.kind)) return false;
  return parser::decode_identifier(text, tokens, index, name) == 0 || contains(name.finish());
}

bool AffectedGate::has_word(std::string_view text, Wanted wanted) const {
  if (may_hide_letters(text)) return true;
  const auto is_wanted = [&](std::string_view name) {
    return wanted == Wanted::renamed ? names_.renamed.contains(name) : contains(name);
  };
  NameBuffer buffer;
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), is_name_part);
    const auto end = std::find_if_not(begin, text.end(), is_name_part);
    const std::string_view word(begin, end);
    if (!word.empty() && filter_.may_contain(word) && (is_wanted(word) || is_wanted(folded(word, buffer)))) {
      return true;
    }
    begin = end;
  }
  return false;
}

bool AffectedGate::mentions(std::string_view text) const {
  return has_word(text, Wanted::any);
}

bool AffectedGate::mentions_renamed(std::string_view text) const {
  return has_word(text, Wanted::renamed);
}

}  // namespace pgsegue::rules

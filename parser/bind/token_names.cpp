#include "parser/bind/token_names.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::bind {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equals_lower(std::string_view word, std::string_view expected) {
  return std::equal(word.begin(), word.end(), expected.begin(), expected.end(),
                    [](char a, char b) { return lower(a) == b; });
}

/// Reserved words that can follow a target list and cannot stand inside an expression outside parentheses.
constexpr std::array<std::string_view, 16> clause_starts = {
    "from",   "into",  "where", "group",  "having", "window", "union", "intersect",
    "except", "order", "limit", "offset", "fetch",  "for",    "on",    "returning"};

bool starts_clause(std::string_view word) {
  return std::any_of(clause_starts.begin(), clause_starts.end(),
                     [&](std::string_view start) { return equals_lower(word, start); });
}

}  // namespace

std::size_t TokenNames::from(std::uint32_t location) const {
  const auto found = std::lower_bound(tokens_.begin(), tokens_.end(), location,
                                      [](const Token& token, std::uint32_t at) { return token.begin < at; });
  return static_cast<std::size_t>(found - tokens_.begin());
}

std::optional<std::size_t> TokenNames::at(std::int64_t location) const {
  if (location < 0) return std::nullopt;
  const std::size_t index = from(static_cast<std::uint32_t>(location));
  if (index >= tokens_.size() || tokens_[index].begin != static_cast<std::uint64_t>(location))
    return std::nullopt;
  return index;
}

std::int32_t TokenNames::location(std::size_t index) const {
  return index < tokens_.size() ? static_cast<std::int32_t>(tokens_[index].begin) : -1;
}

bool TokenNames::is(std::size_t index, std::string_view symbol) const {
  return index < tokens_.size() && text_of(text_, tokens_[index]) == symbol;
}

bool TokenNames::is_keyword(std::size_t index, std::string_view lower_word) const {
  return index < tokens_.size() && tokens_[index].kind == TokenKind::identifier &&
         equals_lower(text_of(text_, tokens_[index]), lower_word);
}

bool TokenNames::is_name(std::size_t index) const {
  if (index >= tokens_.size()) return false;
  const TokenKind kind = tokens_[index].kind;
  return kind == TokenKind::identifier || kind == TokenKind::quoted_identifier ||
         kind == TokenKind::unicode_identifier;
}

std::size_t TokenNames::after_name(std::size_t index) const {
  const bool has_escape = tokens_[index].kind == TokenKind::unicode_identifier &&
                          is_keyword(index + 1, "uescape") && index + 2 < tokens_.size();
  return index + (has_escape ? 3 : 1);
}

std::vector<TokenRange> TokenNames::dotted(std::size_t index, std::size_t count) const {
  std::vector<TokenRange> parts;
  while (is_name(index)) {
    const std::size_t after = after_name(index);
    parts.push_back({token_index(index), static_cast<std::uint32_t>(after - index)});
    if (parts.size() == count) return parts;
    if (!is(after, ".")) break;
    index = after + 1;
  }
  return {};
}

std::vector<TokenRange> TokenNames::listed(std::size_t index) const {
  std::vector<TokenRange> names;
  if (!is(index, "(")) return names;
  while (is_name(++index)) {
    const std::size_t after = after_name(index);
    names.push_back({token_index(index), static_cast<std::uint32_t>(after - index)});
    if (is(after, ")")) return names;
    if (!is(after, ",")) break;
    index = after;
  }
  return {};
}

std::vector<TokenRange> TokenNames::separated(std::size_t index) const {
  std::vector<TokenRange> names;
  for (; is_name(index); ++index) {
    const std::size_t after = after_name(index);
    names.push_back({token_index(index), static_cast<std::uint32_t>(after - index)});
    if (!is(after, ",")) break;
    index = after;
  }
  return names;
}

std::vector<std::size_t> TokenNames::list_parts(std::size_t index) const {
  std::vector<std::size_t> parts;
  if (!is(index, "(")) return parts;
  parts.push_back(index + 1);
  std::size_t depth = 0;
  for (; index < tokens_.size(); ++index) {
    if (is(index, "(") || is(index, "[")) ++depth;
    if ((is(index, ")") || is(index, "]")) && --depth == 0) return parts;
    if (depth == 1 && is(index, ",")) parts.push_back(index + 1);
  }
  return {};
}

std::size_t TokenNames::after_parentheses(std::size_t index) const {
  std::size_t depth = 0;
  for (; index < tokens_.size(); ++index) {
    if (is(index, "(")) ++depth;
    if (is(index, ")") && --depth == 0) return index + 1;
  }
  return index;
}

std::size_t TokenNames::find_keyword(std::size_t index, std::string_view lower_word) const {
  while (index < tokens_.size()) {
    if (is(index, "(")) {
      index = after_parentheses(index);
      continue;
    }
    const bool is_label = index > 0 && is(index - 1, ".");
    if (!is_label && is_keyword(index, lower_word)) break;
    ++index;
  }
  return std::min(index, tokens_.size());
}

std::size_t TokenNames::find_opening(std::size_t index) const {
  while (index < tokens_.size() && !is(index, "("))
    ++index;
  return std::min(index, tokens_.size());
}

std::vector<std::size_t> TokenNames::parts_until(std::size_t index, std::size_t end) const {
  std::vector<std::size_t> parts{index};
  std::size_t depth = 0;
  for (; index < std::min(end, tokens_.size()); ++index) {
    if (is(index, "(") || is(index, "[")) ++depth;
    if ((is(index, ")") || is(index, "]")) && depth > 0) --depth;
    if (depth == 0 && is(index, ",")) parts.push_back(index + 1);
  }
  return parts;
}

std::size_t TokenNames::end_of_expression(std::size_t index,
                                          bool (TokenNames::*ends)(std::size_t) const) const {
  std::size_t depth = 0;
  for (; index < tokens_.size(); ++index) {
    const bool is_word = tokens_[index].kind == TokenKind::identifier && !is(index - 1, ".");
    if (is(index, "(") || is(index, "[") || (is_word && is_keyword(index, "case"))) {
      ++depth;
    } else if (depth > 0) {
      if (is(index, ")") || is(index, "]") || (is_word && is_keyword(index, "end"))) --depth;
    } else if (is(index, ",") || is(index, ")") || is(index, ";") || (is_word && (this->*ends)(index))) {
      break;
    }
  }
  return index;
}

bool TokenNames::starts_clause(std::size_t index) const {
  return bind::starts_clause(text_of(text_, tokens_[index]));
}

/// `IS DISTINCT FROM` goes on.
bool TokenNames::ends_assigned(std::size_t index) const {
  if (is_keyword(index, "from")) return !is_keyword(index - 1, "distinct");
  return is_keyword(index, "where") || is_keyword(index, "returning") || is_keyword(index, "when");
}

std::size_t TokenNames::end_of_target(std::size_t index) const {
  return end_of_expression(index, &TokenNames::starts_clause);
}

std::size_t TokenNames::end_of_assigned(std::size_t index) const {
  return end_of_expression(index, &TokenNames::ends_assigned);
}

}  // namespace pgsegue::parser::bind

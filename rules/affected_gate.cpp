#include "rules/affected_gate.hpp"

#include "parser/character_class.hpp"
#include "parser/identifier_token.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::rules {

namespace {

using parser::NameBuffer;
using parser::TokenKind;

std::array<const NameSet*, 8> admitted(const AffectedNames& names) {
  return {&names.relations, &names.functions,   &names.carriers,      &names.types,
          &names.schemas,   &names.constraints, &names.renamed_types, &names.views_over_writes_names};
}

bool is_name_part(char c) {
  return parser::has_flag(c, parser::flag_identifier_part);
}

/// U&"…" may spell a name by numbers.
std::optional<std::string_view> find_unicode_identifier(std::string_view text) {
  for (const char* opening : {"u&\"", "U&\""}) {
    if (const auto at = text.find(opening); at != std::string_view::npos) {
      return text.substr(at, text.find('"', at + 3) + 1 - at);
    }
  }
  return std::nullopt;
}

/// The name whose opening quote is at `begin`; empty if none of a possible length ends.
std::string_view quoted_name(std::string_view text, std::size_t begin, NameBuffer& buffer) {
  constexpr std::size_t most_bytes = 4 * NameBuffer::max_bytes;
  buffer.clear();
  const std::size_t end = std::min(text.size(), begin + most_bytes);
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (text[i] == '"' && (i + 1 == text.size() || text[i + 1] != '"')) return buffer.finish();
    if (text[i] == '"') ++i;
    buffer.push(text[i]);
  }
  return {};
}

std::string_view folded(std::string_view word, NameBuffer& buffer) {
  buffer.clear();
  for (const char c : word)
    buffer.push(parser::ascii_lower(c));
  return buffer.finish();
}

}  // namespace

AffectedGate::AffectedGate(const AffectedNames& names, Use use) : names_(names) {
  if (use == Use::once) {
    filter_.add_all();
    return;
  }
  for (const NameSet* set : admitted(names)) {
    for (const parser::Identifier& name : *set)
      filter_.add(name.str());
  }
  for (const NameSet* set : {&names.constrained, &names.unsettled_names}) {
    for (const parser::Identifier& name : *set)
      filter_.add(name.str());
  }
}

bool AffectedGate::contains(std::string_view name) const {
  const auto sets = admitted(names_);
  return std::any_of(sets.begin(), sets.end(), [&](const NameSet* set) { return set->contains(name); });
}

template <class Contains>
bool AffectedGate::names_one(std::string_view text, std::span<const parser::Token> tokens,
                             parser::TokenIndex index, Contains contains) const {
  const parser::Token& token = tokens[static_cast<std::size_t>(index)];
  NameBuffer name;
  if (token.kind == TokenKind::identifier) {
    const std::string_view word = text_of(text, token);
    return filter_.may_contain(word) && contains(folded(word, name));
  }
  if (!parser::is_identifier(token.kind)) return false;
  return parser::decode_identifier(text, tokens, index, name) == 0 || contains(name.finish());
}

AffectedGate::Named AffectedGate::named_by(std::string_view text, std::span<const parser::Token> tokens,
                                           parser::TokenIndex index) const {
  Named found = Named::other;
  const bool is_affected = names_one(text, tokens, index, [&](std::string_view name) {
    if (contains(name)) return true;
    if (names_.unsettled_names.contains(name)) found = Named::unsettled;
    return false;
  });
  return is_affected ? Named::affected : found;
}

bool AffectedGate::admits_in_definition(std::string_view text, std::span<const parser::Token> tokens,
                                        parser::TokenIndex index) const {
  if (names_.constrained.empty()) return false;
  return names_one(text, tokens, index, [this](std::string_view name) { return contains_constrained(name); });
}

std::optional<std::string_view> AffectedGate::find_word(std::string_view text, Wanted wanted) const {
  const auto is_wanted = [&](std::string_view name) {
    return wanted == Wanted::renamed ? names_.renamed.contains(name) || names_.schemas.contains(name) ||
                                           names_.renamed_types.contains(name)
                                     : contains(name);
  };
  NameBuffer buffer;
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), is_name_part);
    const auto end = std::find_if_not(begin, text.end(), is_name_part);
    const std::string_view word(begin, end);
    if (!word.empty() && filter_.may_contain(word) && (is_wanted(word) || is_wanted(folded(word, buffer)))) {
      return word;
    }
    begin = end;
  }
  // Names with characters that are no part of a word. Any quote may open one: this may be code.
  for (auto at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
    const std::string_view name = quoted_name(text, at, buffer);
    if (!name.empty() && filter_.may_contain(name) && is_wanted(name))
      return text.substr(at, name.size() + 2);
  }
  return find_unicode_identifier(text);
}

std::optional<std::string_view> AffectedGate::find_mention(std::string_view text) const {
  return find_word(text, Wanted::any);
}

std::optional<std::string_view> AffectedGate::find_renamed_mention(std::string_view text) const {
  return find_word(text, Wanted::renamed);
}

}  // namespace pgsegue::rules

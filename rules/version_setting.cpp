#include "rules/version_setting.hpp"

#include "parser/character_class.hpp"
#include "parser/identifier_token.hpp"

#include <algorithm>

namespace pgsegue::rules {

namespace {

using parser::Token;
using parser::TokenKind;

constexpr std::string_view prefix = "pgsegue";
constexpr std::string_view name = "version";
constexpr std::string_view full_name = "pgsegue.version";

/// Parameter names are compared without regard to letter case, quoted or not.
bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return parser::ascii_lower(x) == parser::ascii_lower(y); });
}

bool is_named(std::string_view text, std::span<const Token> tokens, std::size_t i, std::string_view wanted) {
  parser::NameBuffer buffer;
  const parser::TokenIndex index{static_cast<std::uint32_t>(i)};
  return parser::decode_identifier(text, tokens, index, buffer) > 0 &&
         same_ignoring_case(buffer.finish(), wanted);
}

/// pgsegue.version, or "pgsegue.version", at token `i`.
bool names_parameter(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  if (is_named(text, tokens, i, full_name)) return true;
  return i + 2 < tokens.size() && is_named(text, tokens, i, prefix) && text_of(text, tokens[i + 1]) == "." &&
         is_named(text, tokens, i + 2, name);
}

bool holds_full_name(std::string_view constant) {
  return std::search(constant.begin(), constant.end(), full_name.begin(), full_name.end(),
                     [](char x, char y) { return parser::ascii_lower(x) == y; }) != constant.end();
}

/// Walks the statements: in SET and RESET the parameter stands before = or TO; elsewhere set_config must be
/// called.
struct Walk {
  bool at_start = true;
  bool in_set = false;
  bool calls_set_config = false;
};

}  // namespace

bool sets_version(std::string_view text, std::span<const Token> tokens) {
  Walk walk;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::punctuation && text[token.begin] == ';') {
      walk = {};
      continue;
    }
    if (walk.at_start) walk.in_set = is_word(text, token, "set") || is_word(text, token, "reset");
    walk.at_start = false;
    walk.calls_set_config = walk.calls_set_config || is_named(text, tokens, i, "set_config");
    if (walk.in_set && names_parameter(text, tokens, i)) return true;
    if (walk.calls_set_config && token.kind == TokenKind::string && holds_full_name(text_of(text, token))) {
      return true;
    }
  }
  return false;
}

}  // namespace pgsegue::rules

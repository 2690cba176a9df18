#include "parser/identifier.hpp"

#include "parser/character_class.hpp"
#include "parser/keyword.hpp"
#include "parser/name_buffer.hpp"

#include <algorithm>

namespace pgsegue::parser {

namespace {

/// Letters that need no quotes are those that folding keeps: no capitals, and no bytes beyond ASCII, which
/// quote_identifier quotes too.
bool is_plain_start(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}
bool is_plain_part(char c) {
  return is_plain_start(c) || has_flag(c, flag_digit);
}

bool needs_quotes(const std::string& name) {
  return name.empty() || !is_plain_start(name.front()) ||
         !std::all_of(name.begin(), name.end(), is_plain_part) || is_quoted_keyword(name);
}

}  // namespace

Identifier Identifier::from_catalog(std::string name) {
  return Identifier(std::move(name));
}

Identifier Identifier::from_unquoted(std::string_view word) {
  NameBuffer buffer;
  for (const char c : word)
    buffer.push(ascii_lower(c));
  return Identifier(std::string(buffer.finish()));
}

Identifier Identifier::from_quoted(std::string_view inside) {
  NameBuffer buffer;
  for (const char c : inside)
    buffer.push(c);
  return Identifier(std::string(buffer.finish()));
}

std::string Identifier::to_sql() const {
  if (!needs_quotes(name_)) return name_;
  std::string quoted = "\"";
  for (const char c : name_) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  quoted += '"';
  return quoted;
}

}  // namespace pgsegue::parser

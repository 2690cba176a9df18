#include "parser/name_list.hpp"

#include <algorithm>

namespace pgsegue::parser {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string_view skip_space(std::string_view text) {
  const auto* first = std::find_if_not(text.begin(), text.end(), is_space);
  return text.substr(static_cast<std::size_t>(first - text.begin()));
}

/// Takes a quoted name off the front of `text`.
std::optional<Identifier> take_quoted(std::string_view& text) {
  std::string inside;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '"') {
      inside += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '"') {
      inside += text[i++];
    } else {
      text.remove_prefix(i + 1);
      return Identifier::from_quoted(inside);
    }
  }
  return std::nullopt;
}

std::optional<Identifier> take_unquoted(std::string_view& text, char separator) {
  const auto* end =
      std::find_if(text.begin(), text.end(), [separator](char c) { return c == separator || is_space(c); });
  const auto length = static_cast<std::size_t>(end - text.begin());
  if (length == 0) return std::nullopt;
  const Identifier name = Identifier::from_unquoted(text.substr(0, length));
  text.remove_prefix(length);
  return name;
}

}  // namespace

std::optional<std::vector<Identifier>> split_names(std::string_view value, char separator) {
  std::vector<Identifier> names;
  std::string_view rest = skip_space(value);
  if (rest.empty()) return names;
  for (;;) {
    rest = skip_space(rest);
    auto name = !rest.empty() && rest.front() == '"' ? take_quoted(rest) : take_unquoted(rest, separator);
    if (!name) return std::nullopt;
    names.push_back(std::move(*name));
    rest = skip_space(rest);
    if (rest.empty()) return names;
    if (rest.front() != separator) return std::nullopt;
    rest.remove_prefix(1);
  }
}

std::string join_names(const std::vector<Identifier>& names, char separator) {
  std::string value;
  for (const Identifier& name : names) {
    if (!value.empty()) value += separator;
    if (!value.empty() && separator == ',') value += ' ';
    value += name.to_sql();
  }
  return value;
}

std::string string_constant(std::string_view value) {
  const bool has_backslash = value.find('\\') != std::string_view::npos;
  std::string text = has_backslash ? "E'" : "'";
  for (const char c : value) {
    text += c;
    if (c == '\'' || c == '\\') text += c;
  }
  return text + '\'';
}

}  // namespace pgsegue::parser

#include "rules/read_identifier.hpp"

#include "parser/identifier_token.hpp"
#include "parser/token.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {
namespace {

using parser::Identifier;
using parser::Token;

constexpr std::size_t longest_identifier = 63;

/// A scalar's text and its tokens.
struct name_text {
  std::string text;
  std::vector<Token> tokens;
};

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// `from: "Last"` is YAML for Last, which SQL folds to last: not what the one who wrote the quotes meant.
bool lost_quotes(const YamlNode& node, const std::string& text) {
  if (!node.is_quoted() || !has_capital(text) || text.find('"') != std::string::npos) return false;
  node.error("these quotes are YAML's: as an SQL name, " + text + " folds to lower case",
             "write '\"" + text + "\"' to keep the capitals, or " + Identifier::from_unquoted(text).to_sql());
  return true;
}

std::string hint_quotes(const std::string& text) {
  return "a name of other characters than letters, digits and _ is written in quotes: '\"" + text + "\"'";
}

std::optional<name_text> read_name(const YamlNode& node) {
  std::optional<std::string> text = node.as_string();
  if (!text || lost_quotes(node, *text)) return std::nullopt;
  name_text name{std::move(*text), {}};
  if (parser::scan(name.text, {}, name.tokens) != parser::ScanStatus::ok) {
    const bool has_quote = name.text.find('"') != std::string::npos;
    node.error(
        node.label() + " is not an SQL name: " + name.text,
        has_quote ? "a name in quotes is not empty, and its quotes are closed" : hint_quotes(name.text));
    return std::nullopt;
  }
  if (name.tokens.empty()) {
    node.error(node.label() + " is an empty name");
    return std::nullopt;
  }
  return name;
}

bool fits(const YamlNode& node, std::string_view token) {
  const bool quoted = token.front() == '"';
  std::size_t length = quoted ? token.size() - 2 : token.size();
  if (quoted) length -= static_cast<std::size_t>(std::count(token.begin() + 1, token.end() - 1, '"')) / 2;
  if (length <= longest_identifier) return true;
  node.error("an SQL name has at most 63 bytes, this one has " + std::to_string(length));
  return false;
}

/// The identifier that is token `index`, or nothing and an error.
std::optional<Identifier> identifier_of(const YamlNode& node, const name_text& name, std::size_t index) {
  const Token& token = name.tokens[index];
  const std::string_view text = parser::text_of(name.text, token);
  std::optional<Identifier> identifier =
      parser::identifier_at(name.text, name.tokens, parser::TokenIndex{static_cast<std::uint32_t>(index)});
  if (!identifier) {
    node.error_at(token.begin, "an SQL name cannot start like this: " + std::string(text),
                  hint_quotes(name.text));
    return std::nullopt;
  }
  if (!fits(node, text)) return std::nullopt;
  return identifier;
}

bool is_dot(const name_text& name, std::size_t index) {
  return parser::text_of(name.text, name.tokens[index]) == ".";
}

void error_unexpected(const YamlNode& node, const name_text& name, std::size_t index) {
  node.error_at(
      name.tokens[index].begin,
      "unexpected " + std::string(parser::text_of(name.text, name.tokens[index])) + " in a name",
      is_dot(name, index) ? "a dot stands between a schema and a table only" : hint_quotes(name.text));
}

bool is_system_schema(const Identifier& schema) {
  return schema.str().starts_with("pg_") || schema.str() == "information_schema";
}

}  // namespace

std::optional<Located<Identifier>> read_identifier(const YamlNode& node) {
  const std::optional<name_text> name = read_name(node);
  if (!name) return std::nullopt;
  std::optional<Identifier> identifier = identifier_of(node, *name, 0);
  if (!identifier) return std::nullopt;
  if (name->tokens.size() > 1) {
    error_unexpected(node, *name, 1);
    return std::nullopt;
  }
  return Located<Identifier>{std::move(*identifier), node.position()};
}

std::optional<Located<Identifier>> read_schema_name(const YamlNode& node) {
  std::optional<Located<Identifier>> name = read_identifier(node);
  if (!name || !is_system_schema(name->value)) return name;
  node.error("the system's own schema " + name->value.to_sql() + " is the same in every version");
  return std::nullopt;
}

std::optional<Located<WrittenName>> read_written_name(const YamlNode& node) {
  const std::optional<name_text> text = read_name(node);
  if (!text) return std::nullopt;
  const bool qualified = text->tokens.size() >= 3 && is_dot(*text, 1);
  const std::size_t expected = qualified ? 3 : 1;
  WrittenName written;
  if (qualified) {
    written.schema = identifier_of(node, *text, 0);
    if (!written.schema) return std::nullopt;
  }
  std::optional<Identifier> name = identifier_of(node, *text, expected - 1);
  if (!name) return std::nullopt;
  written.name = std::move(*name);
  if (text->tokens.size() != expected) {
    error_unexpected(node, *text, expected);
    return std::nullopt;
  }
  if (written.schema && is_system_schema(*written.schema)) {
    node.error("the system's own schema " + written.schema->to_sql() + " is the same in every version");
    return std::nullopt;
  }
  return Located<WrittenName>{std::move(written), node.position()};
}

std::optional<Located<TableName>> read_table_name(const YamlNode& node) {
  std::optional<Located<WrittenName>> written = read_written_name(node);
  if (!written) return std::nullopt;
  Identifier schema = written->value.schema.value_or(Identifier::from_catalog("public"));
  return Located<TableName>{{std::move(schema), std::move(written->value.name)}, written->at};
}

}  // namespace pgsegue::rules

#include "rules/errors/detail_translator.hpp"

#include "parser/identifier_token.hpp"
#include "parser/token.hpp"
#include "rules/errors/message_translator.hpp"
#include "rules/errors/quoted_text.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace pgsegue::rules {
namespace {

using Answer = NameTranslator::Answer;
using parser::Identifier;
using parser::Token;

constexpr std::string_view foreign_key_violation = "23503", exclusion_violation = "23P01";

/// Where a list of columns stands in a text, without its parentheses.
struct list_place {
  std::size_t begin, length;
};

/// The list before the first `)=(` or `) = (`, from the text's first parenthesis on.
std::optional<list_place> find_list(std::string_view text, std::string_view joint) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.find(joint);
  if (open == std::string_view::npos || close == std::string_view::npos || close <= open) return std::nullopt;
  return list_place{open + 1, close - open - 1};
}

std::vector<std::string_view> split_list(std::string_view list) {
  std::vector<std::string_view> items;
  while (true) {
    const std::size_t end = list.find(", ");
    items.push_back(list.substr(0, end));
    if (end == std::string_view::npos) return items;
    list.remove_prefix(end + 2);
  }
}

bool has_column(const RelationLens& lens, std::string_view name) {
  return std::any_of(lens.physical->columns.begin(), lens.physical->columns.end(),
                     [name](const parser::Column& column) { return column.name.str() == name; });
}

/// A list of raw names. Unchanged unless every item is a column: then it is no list of names.
std::string translate_raw_list(std::string_view list, const RelationLens& lens) {
  std::string out;
  for (const std::string_view item : split_list(list)) {
    if (!has_column(lens, item)) return std::string(list);
    const Answer answer = translate_column(lens, item);
    if (!out.empty()) out += ", ";
    out += answer.kind == Answer::Kind::translated ? std::string_view(answer.name) : item;
  }
  return out;
}

/// A list of names and expressions as SQL. A word before a parenthesis is a function.
std::string translate_sql_list(std::string_view list, const RelationLens& lens) {
  std::vector<Token> tokens;
  if (parser::scan(list, {}, tokens) != parser::ScanStatus::ok) return std::string(list);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto name = parser::identifier_at(list, tokens, parser::TokenIndex{static_cast<std::uint32_t>(i)});
    const bool is_call = i + 1 < tokens.size() && parser::text_of(list, tokens[i + 1]) == "(";
    if (!name || is_call) continue;
    const Answer answer = translate_column(lens, name->str());
    if (answer.kind != Answer::Kind::translated) continue;
    out += list.substr(copied, tokens[i].begin - copied);
    out += Identifier::from_catalog(answer.name).to_sql();
    copied = tokens[i].end;
  }
  return out += list.substr(copied);
}

/// The first name that the message of a foreign key violation quotes, whatever the language, is the relation
/// whose columns the detail lists. Null: not affected.
const RelationLens* relation_of_key(std::string_view message, const NameTranslator& names) {
  const std::optional<QuotedText> first = first_quoted(message);
  return first ? names.lens_named(first->in(message)) : nullptr;
}

/// The text behind the values may end with a table's name, which no value can stand behind.
std::string translate_tail(const std::string& text, const NameTranslator& names) {
  const std::optional<std::size_t> start = start_of_last_quoted(text);
  if (!start) return text;
  MessageTranslator tail(names, MessageTranslator::Trust::all);
  return text.substr(0, *start) + tail.translate(std::string_view(text).substr(*start));
}

/// Replaces the list at its place, and if `repeated` in `… conflicts with existing key (list)=(…)` too.
std::string replace_list(std::string_view text, list_place place, const std::string& by, bool repeated) {
  std::string out(text);
  const std::string marked = "(" + std::string(text.substr(place.begin, place.length)) + ")=(";
  const std::size_t last = repeated ? out.rfind(marked) : std::string::npos;
  if (last != std::string::npos && last + 1 != place.begin) out.replace(last + 1, place.length, by);
  return out.replace(place.begin, place.length, by);
}

}  // namespace

std::string translate_violation_detail(std::string_view detail, std::string_view sqlstate,
                                       std::string_view message, const NameTranslator& names) {
  const bool is_foreign_key = sqlstate == foreign_key_violation;
  const RelationLens* lens = is_foreign_key ? relation_of_key(message, names) : names.own_lens();
  std::string out(detail);
  if (lens != nullptr) {
    if (const auto key = find_list(detail, ")=(")) {
      const std::string_view list = detail.substr(key->begin, key->length);
      const std::string by =
          is_foreign_key ? translate_raw_list(list, *lens) : translate_sql_list(list, *lens);
      out = replace_list(detail, *key, by, sqlstate == exclusion_violation);
    } else if (const auto row = find_list(detail, ") = (")) {
      const std::string_view list = detail.substr(row->begin, row->length);
      out.replace(row->begin, row->length, translate_raw_list(list, *lens));
    }
  }
  return is_foreign_key ? translate_tail(out, names) : out;
}

}  // namespace pgsegue::rules

#include "rules/errors/detail_translator.hpp"

#include "parser/identifier_token.hpp"
#include "parser/token.hpp"
#include "rules/errors/quoted_text.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace pgsegue::rules {
namespace {

using Answer = NameTranslator::Answer;
using parser::Identifier;
using parser::Token;

constexpr std::string_view foreign_key_violation = "23503", check_violation = "23514",
                           exclusion_violation = "23P01";

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
    out += answer.name_or(item);
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
    if (answer.name.empty()) continue;
    out += list.substr(copied, tokens[i].begin - copied);
    out += Identifier::from_catalog(answer.name).to_sql();
    copied = tokens[i].end;
  }
  return out += list.substr(copied);
}

/// True if every item is a column or an expression: values seldom look like that.
bool is_sql_list(std::string_view list, const RelationLens& lens) {
  const std::vector<std::string_view> items = split_list(list);
  return std::all_of(items.begin(), items.end(), [&](std::string_view item) {
    std::vector<Token> tokens;
    if (parser::scan(item, {}, tokens) != parser::ScanStatus::ok || tokens.empty()) return false;
    const auto name = parser::identifier_at(item, tokens, parser::TokenIndex{0});
    if (tokens.size() == 1) return name && has_column(lens, name->str());
    return std::count(item.begin(), item.end(), '(') == std::count(item.begin(), item.end(), ')');
  });
}

/// A key is written as SQL, a row raw.
std::string translate_row_list(std::string_view list, const RelationLens& lens, bool is_partition_key) {
  if (is_partition_key && is_sql_list(list, lens)) return translate_sql_list(list, lens);
  return translate_raw_list(list, lens);
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
  const std::optional<QuotedText> table = quoted_at(text, *start);
  const Answer answer = table ? names.relation(table->in(text)) : Answer{};
  if (answer.kind != Answer::Kind::translated) return text;
  return text.substr(0, table->begin) + answer.name + text.substr(table->end);
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

std::string translate_violation_detail(std::string_view detail, const Violation& violation,
                                       const NameTranslator& names) {
  const bool is_foreign_key = violation.sqlstate == foreign_key_violation;
  const bool is_partition_key = violation.sqlstate == check_violation && !violation.has_constraint;
  const RelationLens* lens = is_foreign_key ? relation_of_key(violation.message, names) : names.own_lens();
  std::string out(detail);
  if (lens != nullptr) {
    if (const auto key = find_list(detail, ")=(")) {
      const std::string_view list = detail.substr(key->begin, key->length);
      const std::string by =
          is_foreign_key ? translate_raw_list(list, *lens) : translate_sql_list(list, *lens);
      out = replace_list(detail, *key, by, violation.sqlstate == exclusion_violation);
    } else if (const auto row = find_list(detail, ") = (")) {
      const std::string_view list = detail.substr(row->begin, row->length);
      out.replace(row->begin, row->length, translate_row_list(list, *lens, is_partition_key));
    }
  }
  return is_foreign_key ? translate_tail(out, names) : out;
}

}  // namespace pgsegue::rules

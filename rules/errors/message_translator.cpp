#include "rules/errors/message_translator.hpp"

#include "parser/character_class.hpp"
#include "rules/errors/quoted_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace pgsegue::rules {
using Answer = NameTranslator::Answer;

namespace {

bool is_word_byte(char c) {
  return parser::has_flag(c, parser::flag_identifier_part);
}

/// What a name is that follows one of these words.
constexpr std::array<std::string_view, 3> column_words{"column", "columns", "attribute"};
constexpr std::array<std::string_view, 6> relation_words{"table", "relation",  "view",
                                                         "index", "partition", "sequence"};
/// What has a name of its own in a schema.
constexpr std::array<std::string_view, 6> in_schema_words{"aggregate", "collation", "function",
                                                          "operator",  "procedure", "routine"};
constexpr std::array<std::string_view, 15> other_words{
    "alias",  "cursor", "field", "database",  "language",   "near",    "parameter", "policy",
    "portal", "role",   "rule",  "statement", "tablespace", "trigger", "user"};

/// What the name of a type follows.
constexpr std::array<std::string_view, 4> type_words{"domain", "enum", "type", "types"};
/// Words of the messages about types, which may be names of types too.
constexpr std::array<std::string_view, 62> plain_words{
    "a",        "actual",    "aggregate", "an",       "and",      "are",
    "argument", "arguments", "array",     "as",       "at",       "automatically",
    "be",       "because",   "but",       "called",   "cannot",   "cast",
    "column",   "columns",   "convert",   "could",    "declared", "default",
    "does",     "domain",    "element",   "elements", "exist",    "expression",
    "find",     "for",       "found",     "from",     "function", "has",
    "in",       "input",     "is",        "matched",  "must",     "name",
    "no",       "not",       "of",        "operator", "or",       "procedure",
    "query",    "record",    "result",    "return",   "returns",  "row",
    "set",      "table",     "that",      "to",       "type",     "unique",
    "value",    "with"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A name as SQL writes it, at the beginning of a text.
struct SqlName {
  std::vector<std::string> parts;
  std::size_t length = 0;
};

/// One part of it; its length is 0 if there is none.
std::size_t read_part(std::string_view text, std::string& part) {
  if (!text.starts_with('"')) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_word_byte);
    part.assign(text.begin(), end);
    return part.size();
  }
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      if (!text.substr(i + 1).starts_with('"')) return i + 1;
      ++i;
    }
    part += text[i];
  }
  return 0;
}

SqlName sql_name_at(std::string_view text) {
  SqlName name;
  while (name.parts.size() < 2) {
    std::string part;
    const std::size_t length = read_part(text.substr(name.length), part);
    if (length == 0) return {};
    name.parts.push_back(std::move(part));
    name.length += length;
    if (!text.substr(name.length).starts_with('.')) break;
    if (name.parts.size() < 2) ++name.length;
  }
  return name;
}

/// The table of ` of table x` or ` of relation "x"`; of constraints it is `for` or `on` too.
std::optional<std::string_view> owner_in(std::string_view text) {
  for (const std::string_view opening :
       {" of table ", " of relation ", " for table ", " for relation ", " on table "}) {
    if (!text.starts_with(opening)) continue;
    text.remove_prefix(opening.size());
    if (const auto quoted = quoted_at(text, 0)) return quoted->in(text);
    const auto end = std::find_if_not(text.begin(), text.end(), is_word_byte);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
  }
  return std::nullopt;
}

/// True if what stands behind `text` is a type as SQL writes it.
bool is_type_place(std::string_view text) {
  if (text.empty() || is_word_byte(text.back())) return false;
  if (text.ends_with("type ")) return true;
  if (text.ends_with(" to ")) return text.find("cannot cast type ") != std::string_view::npos;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || text.find(')', open) != std::string_view::npos) return false;
  const std::size_t word = text.substr(0, open).rfind(' ');
  return word != std::string_view::npos &&
         (text.substr(0, word).ends_with("function") || text.substr(0, word).ends_with("procedure"));
}

/// A name in quotes that needs none is written raw, as in `type "x" does not exist`.
bool is_raw_quoted(std::string_view text, const SqlName& name) {
  if (text.front() != '"') return false;
  const std::string& part = name.parts.front();
  return text.substr(name.length).starts_with(" does not exist") ||
         parser::Identifier::from_catalog(part).to_sql() == part;
}

}  // namespace

/// `text` is what stands before the name.
MessageTranslator::Mark MessageTranslator::mark_before(std::string_view text) {
  const std::size_t end = text.find_last_not_of(' ');
  if (end == std::string_view::npos) return Mark::none;
  std::size_t begin = end + 1;
  while (begin > 0 && is_word_byte(text[begin - 1]))
    --begin;
  std::string word(text.substr(begin, end + 1 - begin));
  for (char& c : word)
    c = parser::ascii_lower(c);
  if (is_one_of(word, column_words)) return Mark::column;
  if (word == "constraint") return Mark::constraint;
  if (is_one_of(word, relation_words)) return Mark::relation;
  if (word == "schema") return Mark::schema;
  if (is_one_of(word, type_words)) return Mark::type;
  if (is_one_of(word, in_schema_words)) return Mark::in_schema;
  return is_one_of(word, other_words) ? Mark::other : Mark::none;
}

std::string MessageTranslator::translate(std::string_view text) {
  saw_hidden_ = false;
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t taken = take_sql_name(text, at, out);
    if (taken == 0) taken = take_type_reference(text, at, out);
    if (taken == 0) taken = take_type(text, at, out);
    if (taken == 0) taken = take_type_schema(text, at, out);
    if (taken == 0) taken = take_row_type(text, at, out);
    if (taken == 0) taken = take_quoted(text, at, out);
    if (taken == 0) taken = take_word(text, at, out);
    if (taken == 0) {
      out += text[at];
      taken = 1;
    }
    at += taken;
  }
  return out;
}

/// `shop.person.mood%TYPE`, raw. Source: LookupTypeNameExtended, PostgreSQL src/backend/parser/parse_type.c.
std::size_t MessageTranslator::take_type_reference(std::string_view text, std::size_t at,
                                                   std::string& out) const {
  const std::size_t end = text.find("%TYPE", at);
  if (end == std::string_view::npos || (at > 0 && text[at - 1] != ' ')) return 0;
  const std::string_view reference = text.substr(at, end - at);
  const std::size_t dot = reference.rfind('.');
  if (reference.find(' ') != std::string_view::npos || dot == std::string_view::npos) return 0;
  const std::string_view table = reference.substr(0, dot), column = reference.substr(dot + 1);
  const std::size_t schema_end = table.find('.');
  std::vector<std::string> parts{std::string(table.substr(0, schema_end))};
  if (schema_end != std::string_view::npos) parts.emplace_back(table.substr(schema_end + 1));
  const RelationLens* lens = names_.described_lens(parts);
  if (lens == nullptr) return 0;
  const Answer answer = translate_column(*lens, column);
  if (parts.size() > 1) out += lens->logical.schema.str() + '.';
  out += lens->logical.name.str() + '.';
  out += answer.name_or(column);
  return reference.size();
}

/// A type's name as SQL writes it. Source: format_type_be, PostgreSQL src/backend/utils/adt/format_type.c.
std::size_t MessageTranslator::take_type(std::string_view text, std::size_t at, std::string& out) const {
  if (at > 0 && (is_word_byte(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '"')) return 0;
  const std::string_view before = text.substr(0, at);
  const bool is_marked = mark_before(before) == Mark::type;
  const bool is_argument = before.ends_with('(') || before.ends_with(", ") || before.ends_with(',');
  const bool may_be_type = types_ == TypeNames::unmarked && (trust_ != Trust::described || is_argument);
  if (!is_marked && !may_be_type) return 0;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with('"') && types_ == TypeNames::raw) return 0;
  const NameTranslator::SqlType type = names_.type_at(rest);
  if (type.length == 0) return 0;
  if (!is_marked && is_one_of(rest.substr(0, type.length), plain_words)) return 0;
  out += type.name;
  return type.length;
}

/// The schema of a type's name as SQL writes it: `domain "Shop".price`. Source: format_type_be, PostgreSQL
/// src/backend/utils/adt/format_type.c.
std::size_t MessageTranslator::take_type_schema(std::string_view text, std::size_t at, std::string& out) {
  const Mark mark = mark_before(text.substr(0, at));
  if (mark != Mark::in_schema && mark != Mark::type) return 0;
  const std::string_view rest = text.substr(at);
  for (const SchemaLens& lens : names_.version().schemas()) {
    const std::string written = lens.physical.to_sql();
    if (!rest.starts_with(written + ".") || (at > 0 && is_word_byte(text[at - 1]))) continue;
    // Of other things than types names are written raw.
    out += mark == Mark::type || trust_ == Trust::described ? lens.logical.to_sql() : lens.logical.str();
    return written.size();
  }
  return 0;
}

/// A row type, by the name of its relation as SQL writes it: `cannot cast type integer to "StaffMember"`.
/// Source: format_type_be, and func_signature_string, src/backend/parser/parse_func.c.
std::size_t MessageTranslator::take_row_type(std::string_view text, std::size_t at, std::string& out) {
  if (!is_type_place(text.substr(0, at))) return 0;
  const std::string_view rest = text.substr(at);
  const SqlName name = sql_name_at(rest);
  if (name.parts.size() != 1 || is_raw_quoted(rest, name)) return 0;
  const Answer answer = names_.relation(name.parts.front());
  if (answer.kind != Answer::Kind::translated) return 0;
  // Of a function that DROP does not find the types are written as names, raw.
  const bool is_raw = text.ends_with(", skipping");
  out += is_raw ? answer.name : parser::Identifier::from_catalog(answer.name).to_sql();
  return name.length;
}

/// If a quote opens at `at`: appends it and its content, translated, and returns its length.
std::size_t MessageTranslator::take_quoted(std::string_view text, std::size_t at, std::string& out) {
  const std::optional<QuotedText> quoted = quoted_at(text, at);
  if (!quoted) return 0;
  out += text.substr(at, quoted->begin - at);
  out +=
      translate_part_of(quoted->in(text), text.substr(at + quoted->length), mark_before(text.substr(0, at)));
  out += text.substr(quoted->end, at + quoted->length - quoted->end);
  return quoted->length;
}

/// `table "Shop".person`, `constraint person_key on table person`, `column surname of table people`.
/// Source: getObjectDescription, PostgreSQL src/backend/catalog/objectaddress.c.
std::size_t MessageTranslator::take_sql_name(std::string_view text, std::size_t at, std::string& out) {
  if (trust_ != Trust::described || (at > 0 && text[at - 1] != ' ')) return 0;
  const Mark mark = mark_before(text.substr(0, at));
  if (mark == Mark::none || mark == Mark::other || mark == Mark::in_schema || mark == Mark::type) return 0;
  const SqlName name = sql_name_at(text.substr(at));
  if (name.parts.empty()) return 0;
  if (mark == Mark::relation) {
    out += names_.described_relation(name.parts).value_or(std::string(text.substr(at, name.length)));
    return name.length;
  }
  if (name.parts.size() > 1) return 0;
  const RelationLens* lens = nullptr;
  const std::string_view behind = text.substr(at + name.length);
  for (const std::string_view opening : {" of table ", " on table "}) {
    if (behind.starts_with(opening))
      lens = names_.described_lens(sql_name_at(behind.substr(opening.size())).parts);
  }
  Answer answer;
  if (mark == Mark::schema) answer = names_.schema(name.parts.front());
  if (lens != nullptr && mark == Mark::column) answer = translate_column(*lens, name.parts.front());
  if (lens != nullptr && mark == Mark::constraint) answer = translate_constraint(*lens, name.parts.front());
  out += answer.kind == Answer::Kind::translated
             ? parser::Identifier::from_catalog(std::move(answer.name)).to_sql()
             : std::string(text.substr(at, name.length));
  return name.length;
}

/// A bare word, or two joined by a dot, of which the first is a qualifier.
std::size_t MessageTranslator::take_word(std::string_view text, std::size_t at, std::string& out) {
  std::size_t end = at;
  while (end < text.size() &&
         (is_word_byte(text[end]) ||
          (text[end] == '.' && end > at && end + 1 < text.size() && is_word_byte(text[end + 1]))))
    ++end;
  const std::string_view word = text.substr(at, end - at);
  const Mark mark = mark_before(text.substr(0, at));
  const bool is_named = trust_ >= Trust::bare_too && mark != Mark::none && mark != Mark::other;
  out += is_named || word.find('.') != std::string_view::npos
             ? translate_part_of(word, text.substr(end), mark)
             : std::string(word);
  return word.size();
}

/// `column x of table y`: `behind` is what stands behind the name, and may say whose column or constraint it
/// is.
std::string MessageTranslator::translate_part_of(std::string_view name, std::string_view behind, Mark mark) {
  const bool is_own = mark == Mark::constraint && names_.is_own_constraint(name);
  const bool has_owner = mark == Mark::column || (mark == Mark::constraint && !is_own);
  const std::optional<std::string_view> owner =
      has_owner ? owner_in(behind) : std::optional<std::string_view>();
  const RelationLens* lens = owner ? names_.lens_named(*owner) : nullptr;
  if (lens == nullptr && mark == Mark::constraint && owner) return std::string(name);
  if (lens == nullptr) return translate_name(name, mark);
  Answer answer = mark == Mark::column ? translate_column(*lens, name) : translate_constraint(*lens, name);
  if (answer.kind == Answer::Kind::hidden) saw_hidden_ = true;
  return answer.name_or(name);
}

std::string MessageTranslator::translate_name(std::string_view name, Mark mark) {
  if (mark == Mark::other || (mark == Mark::none && trust_ == Trust::marked_only)) return std::string(name);
  Answer answer = look_up(name, mark);
  if (answer.kind == Answer::Kind::hidden) saw_hidden_ = true;
  return answer.name_or(name);
}

Answer MessageTranslator::look_up(std::string_view name, Mark mark) const {
  const std::size_t dot = name.find('.');
  if (mark == Mark::schema) return names_.schema(name);
  if (mark == Mark::constraint) return names_.constraint(name);
  if (mark == Mark::type && dot == std::string_view::npos) return names_.type({}, name);
  if (mark == Mark::in_schema || mark == Mark::type) {
    Answer schema = dot == std::string_view::npos ? Answer{} : names_.schema(name.substr(0, dot));
    if (schema.kind == Answer::Kind::translated) schema.name += name.substr(dot);
    return schema;
  }
  if (dot != std::string_view::npos) {
    const std::string_view first = name.substr(0, dot), second = name.substr(dot + 1);
    if (mark == Mark::relation) return names_.qualified_relation(first, second);
    Answer answer = names_.qualified_column(first, second);
    const bool settled = mark == Mark::column || answer.kind == Answer::Kind::translated;
    return settled ? answer : names_.qualified_relation(first, second);
  }
  if (mark == Mark::column) return names_.column(name);
  if (mark == Mark::none && names_.is_own_constraint(name)) return names_.constraint(name);
  Answer relation = names_.relation(name);
  if (mark == Mark::relation) return relation;
  Answer column = names_.column(name);
  if (relation.kind == Answer::Kind::same) return column;
  return column.kind == Answer::Kind::same ? relation : Answer{Answer::Kind::unknown, {}};
}

}  // namespace pgsegue::rules

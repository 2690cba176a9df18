#include "rules/error_translation.hpp"

#include "rules/errors/copy_context.hpp"
#include "rules/errors/detail_translator.hpp"
#include "rules/errors/map_position.hpp"
#include "rules/errors/message_translator.hpp"
#include "rules/errors/name_translator.hpp"
#include "rules/errors/statement_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace pgsegue::rules {
namespace {

using Answer = NameTranslator::Answer;
using Trust = MessageTranslator::Trust;
using TypeNames = MessageTranslator::TypeNames;

constexpr std::string_view syntax_error = "42601", insufficient_privilege = "42501",
                           dependent_objects = "2BP01", success = "00000";

std::string_view value_of(const ErrorFields& fields, char type) {
  const auto found = std::find_if(fields.fields.begin(), fields.fields.end(),
                                  [type](const ErrorFields::Field& field) { return field.type == type; });
  return found == fields.fields.end() ? std::string_view() : found->value;
}

/// Classes whose texts quote names only; others quote values too (22: invalid input "…").
bool quotes_names_only(std::string_view sqlstate) {
  constexpr std::array<std::string_view, 8> classes{"00", "01", "0A", "23", "2B", "42", "44", "55"};
  return sqlstate != syntax_error &&
         std::find(classes.begin(), classes.end(), sqlstate.substr(0, 2)) != classes.end();
}

/// Dependencies, their notices and missing rights describe objects as `table person`.
bool names_without_quotes(std::string_view sqlstate) {
  return sqlstate == insufficient_privilege || sqlstate == dependent_objects || sqlstate == success;
}

/// `column "x" is of type …`, `multiple assignments to same column "x"` and the like: where a statement
/// writes, these are about what it writes to. Source: parse_target.c, rewriteHandler.c.
bool is_about_target(std::string_view sqlstate) {
  constexpr std::array<std::string_view, 4> states{"428C9", "42804", "42601", "42701"};
  return std::find(states.begin(), states.end(), sqlstate) != states.end();
}

TypeNames names_of_types(std::string_view sqlstate, std::string_view text) {
  constexpr std::array<std::string_view, 3> raw{"42704", "42710", success};
  constexpr std::array<std::string_view, 8> unmarked{"42804", "42883", "42725", "42846",
                                                     "42809", "42P13", "42P18", "42611"};
  // `type reference person.mood%TYPE converted to mood`
  const bool refers = text.find("%TYPE") != std::string_view::npos;
  if (refers || std::find(unmarked.begin(), unmarked.end(), sqlstate) != unmarked.end())
    return TypeNames::unmarked;
  return std::find(raw.begin(), raw.end(), sqlstate) != raw.end() ? TypeNames::raw : TypeNames::sql;
}

/// What RAISE says is the application's own text.
bool is_raised_by_code(std::string_view sqlstate) {
  return sqlstate.starts_with("P0");
}

bool is_integrity_violation(std::string_view sqlstate) {
  return sqlstate.starts_with("23") || sqlstate.starts_with("44");
}

/// Translates one message, field by field.
class field_translator {
 public:
  explicit field_translator(const ErrorTranslation& input)
      : input_(input),
        statement_(input.original, input.tokens, input.version, input.program, input.search_path),
        sqlstate_(value_of(input.fields, 'C')),
        names_(input.version, statement_,
               {value_of(input.fields, 's'), value_of(input.fields, 't'), value_of(input.fields, 'n'),
                is_about_target(sqlstate_)}) {}

  /// The field's value as the client is to see it; nothing: the field is left out.
  std::optional<std::string> translate(const ErrorFields::Field& field) const {
    switch (field.type) {
      case 'P':
        return position(field.value);
      case 't':
        return names_.own_lens() == nullptr ? std::string(field.value)
                                            : names_.own_lens()->logical.name.str();
      case 's':
        return schema(field.value);
      case 'c':
        return column(field.value);
      case 'n':
        return constraint(field.value);
      case 'd':
        return type(field.value);
      case 'M':
        return message(field.value);
      case 'D':
        return detail(field.value);
      case 'H':
        return hint(field.value);
      case 'W':
        return context(field.value);
      default:
        return std::string(field.value);
    }
  }

 private:
  std::optional<std::string> position(std::string_view value) const {
    if (input_.original.empty()) return std::nullopt;
    if (input_.program == nullptr || input_.program->edits.empty()) return std::string(value);
    std::uint32_t number = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failure != std::errc() || end != value.data() + value.size()) return std::nullopt;
    const auto mapped =
        map_position(input_.original, input_.tokens, *input_.program, number, input_.encoding_is_utf8);
    return mapped ? std::optional(std::to_string(*mapped)) : std::nullopt;
  }

  std::string schema(std::string_view value) const {
    Answer answer = names_.schema(value);
    return answer.name_or(value);
  }

  std::string column(std::string_view value) const {
    Answer answer = names_.own_lens() == nullptr ? Answer{} : translate_column(*names_.own_lens(), value);
    return answer.name_or(value);
  }

  std::string constraint(std::string_view value) const {
    Answer answer = names_.constraint(value);
    return answer.name_or(value);
  }

  std::string type(std::string_view value) const {
    Answer answer = names_.type(value_of(input_.fields, 's'), value);
    return answer.name_or(value);
  }

  MessageTranslator texts(std::string_view text) const {
    if (sqlstate_ == dependent_objects || text.starts_with("drop cascades to "))
      return {names_, Trust::described, TypeNames::unmarked};
    const TypeNames types = names_of_types(sqlstate_, text);
    if (names_without_quotes(sqlstate_)) return {names_, Trust::bare_too, types};
    return {names_, quotes_names_only(sqlstate_) ? Trust::all : Trust::marked_only, types};
  }

  std::string message(std::string_view value) const {
    if (is_raised_by_code(sqlstate_)) return std::string(value);
    std::string text = texts(value).translate(value);
    const bool is_untouched = text == value;
    return sqlstate_ == insufficient_privilege && is_untouched ? with_last_words(std::move(text)) : text;
  }

  /// `keine Berechtigung für Tabelle people`: in any language, the name is at the end. It may have blanks.
  std::string with_last_words(std::string text) const {
    for (std::size_t blank = text.find(' '); blank != std::string::npos; blank = text.find(' ', blank + 1)) {
      const Answer answer = names_.relation(std::string_view(text).substr(blank + 1));
      if (answer.kind == Answer::Kind::translated)
        return text.replace(blank + 1, std::string::npos, answer.name);
    }
    return text;
  }

  std::string detail(std::string_view value) const {
    if (is_raised_by_code(sqlstate_)) return std::string(value);
    if (is_integrity_violation(sqlstate_))
      return translate_violation_detail(
          value, {sqlstate_, value_of(input_.fields, 'M'), !value_of(input_.fields, 'n').empty()}, names_);
    return texts(value).translate(value);
  }

  std::string context(std::string_view value) const {
    if (std::optional<std::string> copy = translate_copy_context(value, names_)) return *std::move(copy);
    return MessageTranslator(names_, Trust::marked_only).translate(value);
  }

  /// A hint that speaks of a column this version does not have helps nobody who knows only this version.
  std::optional<std::string> hint(std::string_view value) const {
    if (is_raised_by_code(sqlstate_)) return std::string(value);
    MessageTranslator translator = texts(value);
    std::string text = translator.translate(value);
    return translator.saw_hidden() ? std::nullopt : std::optional(std::move(text));
  }

  const ErrorTranslation& input_;
  StatementNames statement_;
  std::string_view sqlstate_;
  NameTranslator names_;
};

}  // namespace

bool translate_error(const ErrorTranslation& input, std::string& out) {
  const field_translator translator(input);
  std::string translated;
  bool differs = false;
  for (const ErrorFields::Field& field : input.fields.fields) {
    const std::optional<std::string> value = translator.translate(field);
    differs = differs || !value || *value != field.value;
    if (!value) continue;
    translated += field.type;
    translated += *value;
    translated += '\0';
  }
  if (differs) out += translated;
  return differs;
}

}  // namespace pgsegue::rules

#pragma once

#include "rules/errors/name_translator.hpp"

#include <string>
#include <string_view>

namespace pgsegue::rules {

/// Finds names of the server's schema in one text of a message and replaces them by the client's.
///
/// The server writes names raw between quotes (of its language: "…", »…«, «…», „…“), some dotted ones bare
/// (`column p.surname does not exist`). What is quoted may as well be a value or a piece of SQL: a name is
/// taken for one if the word before says what it is (column "x", table "x"), or if the error's class only
/// ever quotes names. Source: the texts of src/backend/parser/parse_*.c, executor/execMain.c,
/// utils/adt/ri_triggers.c and others.
class MessageTranslator {
 public:
  /// How far a text is to be trusted to quote names.
  enum class Trust : std::uint8_t {
    marked_only,  ///< only those that an English word before them tells
    all,
    bare_too,   ///< all, and `table person` without quotes
    described,  ///< what names objects as SQL does: `table "Shop".person`
  };

  /// How a text names types: with quotes around the raw name (`type "Mood" already exists`), as SQL (`enum
  /// "Mood": "worse"`), or as SQL and perhaps without a word that says so (`operator does not exist: mood =
  /// integer`).
  enum class TypeNames : std::uint8_t { raw, sql, unmarked };

  MessageTranslator(const NameTranslator& names, Trust trust, TypeNames types = TypeNames::sql)
      : names_(names), trust_(trust), types_(types) {}

  std::string translate(std::string_view text);
  /// True if the last text has a column that the client's version does not.
  bool saw_hidden() const { return saw_hidden_; }

 private:
  enum class Mark : std::uint8_t { none, column, constraint, relation, schema, type, in_schema, other };

  static Mark mark_before(std::string_view text);
  std::size_t take_type(std::string_view text, std::size_t at, std::string& out) const;
  std::size_t take_type_reference(std::string_view text, std::size_t at, std::string& out) const;
  std::size_t take_type_schema(std::string_view text, std::size_t at, std::string& out);
  std::size_t take_row_type(std::string_view text, std::size_t at, std::string& out);
  std::size_t take_quoted(std::string_view text, std::size_t at, std::string& out);
  std::size_t take_sql_name(std::string_view text, std::size_t at, std::string& out);
  std::size_t take_word(std::string_view text, std::size_t at, std::string& out);
  std::string translate_name(std::string_view name, Mark mark);
  std::string translate_part_of(std::string_view name, std::string_view behind, Mark mark);
  NameTranslator::Answer look_up(std::string_view name, Mark mark) const;

  const NameTranslator& names_;
  Trust trust_;
  TypeNames types_;
  bool saw_hidden_ = false;
};

}  // namespace pgsegue::rules

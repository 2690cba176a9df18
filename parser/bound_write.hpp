#pragma once

#include "parser/token.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pgsegue::parser {

/// Index into BoundStatement::items.
enum class ItemIndex : std::uint32_t {};
/// Index into BoundStatement::references.
enum class ReferenceIndex : std::uint32_t {};

/// A value that a statement gives to a column.
struct WrittenValue {
  TokenRange tokens{};        ///< none: it has no place of its own
  bool is_default = false;    ///< DEFAULT
  bool is_repeatable = true;  ///< written twice, it has the same value twice
  bool has_no_type = false;   ///< a constant or parameter by itself, which takes the column's type
  bool is_parameter = false;
};

/// A column in INSERT's list, or on the left of a SET.
struct WrittenColumn {
  ReferenceIndex reference{};
  bool is_part = false;                ///< what is set is an element or a field of it
  std::optional<std::uint32_t> group;  ///< set together with others: index into Write::groups
};

/// A row of VALUES, or the right sides of SET: a value for each column, or for the first of them.
struct WrittenRow {
  std::vector<WrittenValue> values;
  std::optional<TokenIndex> end;  ///< before this token something can be added to them
};

/// `(a, b) = (x, y)` or `(a, b) = (SELECT …)`
struct AssignedGroup {
  TokenIndex names_end{};   ///< the parenthesis that closes the columns
  TokenIndex values_end{};  ///< the one that closes the values
  TokenRange query{};       ///< the SELECT between the parentheses; none: values
};

/// How the rows of a COPY FROM are written, so far as it must be known to tell their fields apart.
struct CopyFormat {
  enum class Kind : std::uint8_t { text, csv, binary };
  Kind kind = Kind::text;
  char delimiter = '\t';  ///< of text and csv
  char quote = '"';       ///< of csv, as is `escape`
  char escape = '"';
  bool operator==(const CopyFormat&) const = default;
};

/// What an INSERT, an UPDATE, or one action of ON CONFLICT or MERGE writes. References say which columns are
/// meant, an INSERT's in the order of its values.
struct Write {
  enum class Kind : std::uint8_t {
    values,    ///< INSERT … VALUES: `rows`
    query,     ///< INSERT … SELECT: `source`
    defaults,  ///< DEFAULT VALUES: `source`
    set,       ///< SET: one row
    copy,      ///< COPY FROM STDIN: `copy`
    unknown    ///< the places are not known
  };
  Kind kind = Kind::unknown;
  ItemIndex item{};
  std::vector<WrittenColumn> columns;
  std::optional<TokenIndex> columns_end;   ///< the parenthesis that closes INSERT's list; none: no list
  std::optional<TokenIndex> columns_at{};  ///< before this token a list can be put, if there is none
  std::vector<WrittenRow> rows;
  TokenRange source{};
  std::optional<std::size_t> width{};  ///< of a query: how many columns it gives, if that is known
  /// Of a query that is one plain SELECT: what of its result has no type of its own.
  std::vector<WrittenValue> untyped{};
  std::vector<AssignedGroup> groups{};
  CopyFormat copy{};
  bool is_merge = false;  ///< an action of MERGE, where there can be no SELECT for several columns
  /// INSERT's keyword: in front of it there can be a WITH.
  std::optional<TokenIndex> keyword{};
  bool has_with = false;
};

}  // namespace pgsegue::parser

#pragma once

#include "parser/bound_statement.hpp"
#include "rules/column_writes.hpp"
#include "rules/plan/statement_edits.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace pgsegue::rules::plan {

/// Names a subquery or WITH query that the rewriting adds has.
inline constexpr const char* once_name = "pgsegue_once";
inline constexpr const char* rows_name = "pgsegue_rows";

/// The default of a column.
struct DefaultValue {
  std::string text;  ///< SQL
  bool is_repeatable;
};

/// What one write of a statement writes beside the columns that it names.
class WrittenColumns {
 public:
  WrittenColumns(const StatementEdits& plan, const parser::Write& write, const ColumnWrites& extra,
                 const parser::Relation& server)
      : plan_(plan), write_(write), extra_(extra), server_(server) {}

  const ColumnWrites& extra() const { return extra_; }
  const parser::Write& write() const { return write_; }

  /// The column's name on the server, as SQL.
  std::string name(parser::AttrNumber column) const;
  /// Where the write names this column; empty: it does not.
  std::optional<std::size_t> place_of(parser::AttrNumber column) const;
  /// True if DEFAULT for every column of the mirror gives all of them one value.
  bool has_one_default(const Mirror& mirror) const;
  /// True if the column is one of several that get the same value.
  bool is_mirrored(parser::AttrNumber column) const;
  /// What the version's column has by default.
  DefaultValue default_of(const Mirror& mirror) const;

 private:
  const std::string* supplied(parser::AttrNumber column) const;
  const std::string* default_expression(parser::AttrNumber column) const;

  const StatementEdits& plan_;
  const parser::Write& write_;
  const ColumnWrites& extra_;
  const parser::Relation& server_;
};

// Each plans what is added to a write of its kind.
void edit_inserted_rows(StatementEdits& plan, const WrittenColumns& columns);
void edit_inserted_query(StatementEdits& plan, const WrittenColumns& columns);
void edit_inserted_defaults(StatementEdits& plan, const WrittenColumns& columns);
void edit_copied_rows(StatementEdits& plan, const WrittenColumns& columns);
void edit_set_list(StatementEdits& plan, const WrittenColumns& columns);

/// Adds to the column list of an INSERT, or makes it.
void add_to_column_list(StatementEdits& plan, const WrittenColumns& columns, const std::string& names);

}  // namespace pgsegue::rules::plan

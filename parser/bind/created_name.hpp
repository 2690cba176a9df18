#pragma once

#include "parser/bind/context.hpp"

#include <string_view>
#include <vector>

namespace pgsegue::parser::bind {

/// The name of a table, view or the like that the statement makes.
void add_created_relation(Context& context, const PgQuery__RangeVar* range);

/// The columns of what is made are those of a query.
void add_created_rows(CreatedName& created, const QueryColumns& columns);

/// The name of an index or constraint, or the one that the server chooses: from its table's name, those of
/// `columns` and a label. Source: ChooseIndexName and ChooseConstraintName, PostgreSQL
/// src/backend/commands/indexcmds.c and src/backend/catalog/pg_constraint.c. Whether that name is free is not
/// known here; the server numbers names that are not.
struct NameSource {
  const char* written;  ///< empty: the server chooses
  Identifier table;
  std::vector<Identifier> columns;
  std::string_view label;
};
void add_created_name(Context& context, const NameSource& source, CreatedName created);

/// Names for an index's columns, equal ones numbered. Source: ChooseIndexColumnNames, indexcmds.c.
void add_column_name(std::vector<Identifier>& columns, const Identifier& name);

}  // namespace pgsegue::parser::bind

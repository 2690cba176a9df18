#pragma once

#include "parser/bind/nodes.hpp"

#include <optional>
#include <vector>

namespace pgsegue::parser::bind {

// What the statements that are not queries have in common.

/// How the server words that a column is not there.
enum class Wording : std::uint8_t { of_relation, plain, in_key, in_foreign_key };

/// What a statement defines something on: a relation that it names, or the table that it makes.
struct Subject {
  Scope& scope;  ///< expressions of the definition see the relation in it
  ItemIndex item{};
  Wording wording = Wording::of_relation;
};

/// A relation whose name takes no alias: not made visible.
ItemIndex bind_defined_relation(Context& context, Scope& scope, const PgQuery__RangeVar& range);
/// The same, visible to expressions.
Subject bind_subject(Context& context, Scope& scope, const PgQuery__RangeVar& range,
                     Wording wording = Wording::of_relation);
/// The same of a name that the tree has as a list of strings, and the text from token `index` on.
ItemIndex bind_named_object(Context& context, Scope& scope, NodeList name, std::size_t index);

/// A column: the last name is its own, the others are the table's. The text has them from token `index` on.
void bind_column_name(Context& context, NodeList name, std::size_t index);

/// OLD or NEW: the row of the table under that name. `columns`: bare names find its columns.
void show_row(Context& context, Scope& scope, ItemIndex table, const char* name, bool columns = true);

/// IF EXISTS: that there is no such relation is no error. To be called right after it was bound.
void allow_missing(Context& context, ItemIndex item);

/// The expression of a definition.
void bind_definition(Context& context, const Subject& subject, const Node* expression);
/// Columns of the subject by bare name: `( a, b, … )` opens at token `open`.
void bind_listed_columns(Context& context, const Subject& subject, NodeList names, std::size_t open);
/// One column by bare name; empty `token`: it is not to be found in the text.
void bind_defined_column(Context& context, const Subject& subject, const Identifier& name,
                         std::optional<std::size_t> token);
/// Columns and expressions of an index, an exclusion constraint or the like, whose list opens at `open`.
/// Returns the names that the server gives to the columns of the index.
std::vector<Identifier> bind_index_elements(Context& context, const Subject& subject, NodeList elements,
                                            std::size_t open);

void bind_constraint(Context& context, const Subject& subject, const PgQuery__Constraint& constraint,
                     const Identifier* column);
/// A column's type and constraints. Returns the rows that it holds.
RowType bind_column_definition(Context& context, const Subject& subject, const PgQuery__ColumnDef& column);

/// A constraint of a table by its bare name; empty `token`: it is not to be found in the text. `joint` are
/// the words with which the server says whose it would be.
void use_constraint(Context& context, ItemIndex table, const Identifier& name,
                    std::optional<std::size_t> token, const char* joint);
/// The statement renames or drops a table's constraint.
void add_constraint_shape(Context& context, const char* construct, ItemIndex table, const Identifier& name);
/// A subcommand of ALTER TABLE that names a constraint or an index; `start` is its first token, if that is
/// known. False: it is none.
bool bind_constraint_command(Context& context, const Subject& table, const PgQuery__AlterTableCmd& command,
                             std::optional<std::size_t> start);
/// An index by its bare name, in the schema of the table.
void use_index(Context& context, ItemIndex table, const Identifier& name, std::optional<std::size_t> token);

/// The name of a function with the types of its arguments, from token `token` on.
void bind_routine(Context& context, const PgQuery__ObjectWithArgs& routine, std::size_t token);
/// A type, domain or routine that a statement speaks of, from token `token` on. False: it is none.
bool bind_type_object(Context& context, PgQuery__ObjectType kind, const Node* object, std::size_t token);
/// The same where the statement changes its name or schema, after the words ALTER and what it is.
bool bind_changed_type(Context& context, const char* construct, PgQuery__ObjectType kind, const Node* object);
bool bind_dropped_types(Context& context, const PgQuery__DropStmt& drop);

/// Doubts about `item`.
void add_doubt_of(Context& context, DoubtKind kind, const char* construct, std::optional<ItemIndex> item);

}  // namespace pgsegue::parser::bind

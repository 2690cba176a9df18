#pragma once

#include "parser/bound_write.hpp"
#include "parser/catalog_view.hpp"
#include "parser/token.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pgsegue::parser {

/// A column of a table, whatever any version calls it, as a certain range item brings it in.
struct BaseColumn {
  RelationId relation;
  AttrNumber number;
  ItemIndex item{};
  auto operator<=>(const BaseColumn&) const = default;
};

/// A column of a range item. `column` is the attribute number where the item is a relation (negative: a
/// system column), else the position from 1. 0: the whole row.
struct ColumnId {
  ItemIndex item{};
  std::int32_t column = 0;
  auto operator<=>(const ColumnId&) const = default;
};

/// The item of a field that is taken from a value, not from an item.
constexpr ItemIndex no_item{0xFFFFFFFF};

/// What is known of a value that is a row or an array of rows. Neither is set: nothing, or it is not one.
struct RowValue {
  RowType type{};                   ///< of a named relation's rows
  std::optional<ItemIndex> record;  ///< a row of this item, of no named type
  explicit operator bool() const { return static_cast<bool>(type) || record.has_value(); }
  bool operator==(const RowValue&) const = default;
};

/// A column as a statement can name it.
struct ItemColumn {
  Identifier name;
  ColumnId origin;  ///< behind an unaliased or aliased join: the column of the joined item
  /// Set where the name is the table column's own, so that it changes when the table's column is renamed.
  /// Empty where the statement itself gives the name (alias lists, subqueries).
  std::optional<BaseColumn> base;
  RowValue row{};
};

enum class ItemKind : std::uint8_t {
  relation,   ///< a table or view of the catalog
  excluded,   ///< the row proposed for insertion, in ON CONFLICT DO UPDATE
  query,      ///< subquery, CTE or VALUES
  join,       ///< also the alias of a join's USING list
  function,   ///< a function or XMLTABLE in FROM
  temporary,  ///< a temporary relation: its columns are not in the catalog
  missing     ///< a relation that the catalog does not have: the statement fails
};

/// What the grammar lets a statement add after a relation's name.
enum class AliasUse : std::uint8_t {
  with_columns,  ///< in FROM
  name_only,     ///< the target of INSERT, UPDATE or DELETE
  none           ///< in COPY, TRUNCATE, LOCK, VACUUM
};

/// An entry of the range table: what stands in FROM, or a statement's target.
struct RangeItem {
  ItemKind kind = ItemKind::missing;
  Identifier name;  ///< what columns can be qualified with; empty: nothing
  const Relation* relation =
      nullptr;  ///< for `relation`, `excluded`, a `function` that returns just its rows
  std::vector<ItemColumn> columns;
  bool columns_known = true;  ///< false: there may be more columns than `columns`
  bool has_alias = false;
  bool has_column_aliases = false;
  AliasUse alias_use = AliasUse::with_columns;
  std::vector<TokenRange>
      parts;                ///< of a relation's name: schema and name, or name alone; empty: not written
  TokenIndex alias_at{};    ///< before this token an alias can be inserted, if there is none
  TokenIndex columns_at{};  ///< before this token a column list can be inserted: behind the alias
};

enum class Role : std::uint8_t {
  target,
  values,
  where,
  join_on,
  join_using,
  from,
  group_by,
  having,
  order_by,
  distinct_on,
  window,
  limit,
  returning,
  insert_column,
  set_column,
  set_value,
  conflict_target,
  conflict_where,
  locked,
  copy_column,
  maintained_column,  ///< of ANALYZE and VACUUM
  merge_when,         ///< the condition of a WHEN of MERGE
  defined_column,     ///< by bare name in a statement that defines something: an index, a constraint, …
  definition,         ///< an expression in such a statement
};

enum class ReferenceKind : std::uint8_t {
  column,
  field,  ///< of a row value: `target` has the position in the row, `base` the column of its relation
  value,  ///< a row that a function returns
  whole_row,
  output,  ///< a column of the query's own result, by name or number; `target.column` is its position from 1
  relation,    ///< a range item by name (FOR UPDATE OF)
  unknown,     ///< belongs to an item whose columns are not known, or is an error
  unresolved,  ///< an error; see `problem`
};

/// An error PostgreSQL gives for this statement.
struct Problem {
  std::string sqlstate;
  std::string message;
  std::string detail;
  std::string hint;
  std::optional<std::uint32_t> at;  ///< byte offset in the bound text; empty: the error has no position
};

/// What becomes of a row, so far as it matters which columns it has, and their names.
enum class RowUse : std::uint8_t {
  named,     ///< they may be seen
  shown,     ///< they are seen, by what takes any row: one with other names can be put in its place
  result,    ///< it is handed on as a result column; while binding only
  harmless,  ///< they cannot be seen
  partial    ///< nothing is seen but columns that the statement names, or whether there is a row
};

/// One use of a name, or one column that a star or a NATURAL JOIN stands for.
struct Reference {
  ReferenceKind kind = ReferenceKind::unresolved;
  Role role = Role::target;
  std::uint32_t depth = 0;  ///< query levels between the use and the item
  ColumnId target;
  std::optional<BaseColumn> base;  ///< the table column whose own name is written
  std::vector<TokenRange> parts;   ///< the tokens of each part of the name; empty: not written
  bool contested = false;          ///< an item with unknown columns may have a column of this name too
  RowValue row{};                  ///< of a column that holds a row
  RowUse row_use = RowUse::named;  ///< of a whole row, or of a column that holds one
  TokenRange written{};            ///< of a whole row or a column: all tokens of it
  std::optional<Problem> problem;
};

/// What one item adds to a star: `count` references from `first` on.
struct StarPart {
  ItemIndex item{};
  bool known = true;  ///< false: there may be more columns
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// `*` or `t.*` with what it stands for.
struct Star {
  TokenRange tokens;
  bool is_table_command = false;  ///< `TABLE t`: the tokens are its keyword
  bool names_matter = true;       ///< false in ROW(t.*)
  std::vector<StarPart> parts;
};

/// `(value).*` of a row value: `tokens` are all of it, the last two the dot and the star.
struct FieldStar {
  TokenRange tokens;
  RelationId relation{};  ///< whose row type it is
};

/// INSERT or COPY without a column list: `count` references from `first` on say which columns are meant.
struct ImplicitList {
  ItemIndex item{};
  std::optional<TokenIndex> at;  ///< before this token a list can be inserted
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// COPY of a plain table TO somewhere with a header line, which has the names of its columns.
struct CopyHeader {
  ItemIndex item{};
  TokenRange tokens;        ///< the table's name and its list of columns
  std::uint32_t first = 0;  ///< `count` references from here on are the columns
  std::uint32_t count = 0;
  std::uint32_t end = 0;  ///< behind these, up to here, are the columns that options name
};

/// A column of some query level's result.
struct OutputColumn {
  Identifier name;
  std::optional<BaseColumn> base;  ///< set where the name comes from this column and nothing else in the text
  std::optional<RelationId> row_type;  ///< set where the name is that of this relation's row type
  std::optional<ColumnId> column;      ///< set where the value is just this column
  RowValue row{};                      ///< of the value
  TypeId type{};     ///< set where the name is the one of this type, which the value is cast to
  TokenIndex end{};  ///< where `AS name` can be inserted; meaningful if no star gave it
  bool from_star = false;
};

/// The name of something that the statement makes. Where none is written and the server makes one from the
/// names of a table and its columns, it is that one.
struct CreatedName {
  Identifier name;
  bool is_relation = true;  ///< false: a constraint without an index
  bool is_written = true;
  bool is_temporary = false;
  bool is_view = false;             ///< not a materialized one
  TokenIndex at{};                  ///< before this token the name can be inserted, if it is not written
  bool is_constraint = false;       ///< `CONSTRAINT` goes in front of it
  std::optional<ItemIndex> parent;  ///< the relation whose columns it gets, under the names they have there
  std::vector<RowType> rows;        ///< of its columns that hold rows
};

enum class NamedKind : std::uint8_t {
  schema,
  path,         ///< a list of schemas, as search_path has it
  relation,     ///< a table, sequence, index, … that a string constant names
  column,       ///< of the relation that the use before this one names, in a string constant
  constraint,   ///< of a table that the statement names
  constraints,  ///< all of one name in a schema, as SET CONSTRAINTS means them
  index,        ///< by its bare name, in the schema of a table that the statement names
  type,
};

enum class NameForm : std::uint8_t {
  words,         ///< identifiers of the statement
  dotted_words,  ///< the same, with dots between
  constant,      ///< a string constant whose value is the one name itself
  list,          ///< a string constant whose value is read as identifiers between commas
  dotted,        ///< a string constant whose value is read as identifiers between dots
};

/// A call whose result is the text of a name it is given, as the client writes it.
struct EchoedName {
  TokenRange tokens;  ///< of the call; none: its place is not known
  std::string text;
  Role role{};
};

/// The name of something that is neither a range item nor one of its columns.
struct NameUse {
  NamedKind kind = NamedKind::schema;
  NameForm form = NameForm::words;
  std::vector<Identifier> parts;  ///< the name; of a path all its schemas
  /// Oids of what is meant, of a path one for each part; 0: there is none. Of a relation or a type with its
  /// schema that of the schema too, of a column its relation and attnum; of several constraints first that
  /// of the schema, or 0.
  std::vector<std::uint32_t> ids;
  TokenRange tokens;                 ///< what is to be replaced; none: its place is not known
  std::optional<Problem> problem{};  ///< the server's answer if there is no such thing
  std::optional<EchoedName> echo{};
};

/// How the value of a parameter is read as a name, where it stands once in the statement. Its type is said by
/// the client or, where that leaves it open, by the statement.
struct ParameterUse {
  enum class Role : std::uint8_t {
    value,  ///< it is no name here
    name,   ///< it is a name, and nothing else
    part,   ///< a name may be made of it, in a way that is not known
  };
  std::uint32_t number = 0;  ///< from 1
  Role role = Role::value;
  /// If it is a name, the result shows the one that the server has for it.
  bool is_shown = false;
  // Of a name:
  NamedKind kind = NamedKind::relation;
  bool is_text = true;                   ///< of type text if the type is left open; else regclass
  RelationId relation{};                 ///< of a column: its relation, which a constant names
  std::uint32_t relation_parameter = 0;  ///< of a column: the parameter that names its relation; 0: none
  std::optional<Identifier> column{};    ///< of a relation: the column of it that a constant names
  bool operator==(const ParameterUse&) const = default;
};

enum class DoubtKind : std::uint8_t {
  construct,         ///< something the binder does not know
  unknown_field,     ///< a field of a composite value of unknown type, `name` says which
  unknown_star,      ///< all fields of such a value
  type_name,         ///< a type, perhaps a table's row type
  type_call,         ///< `name` of a value: a function, or a cast to a type
  type_string,       ///< a type's name in a string constant, where the type's name is shown
  function_on_row,   ///< `name` of a row: a function, or a column
  relation_string,   ///< a table's name in a string constant, where the table's name is shown
  relation_shown,    ///< the name of some relation is shown
  sequence_shown,    ///< the name of some sequence is shown
  name_built,        ///< a relation's name is put together of what the client sends
  column_built,      ///< the same of a column's
  column_string,     ///< `name` is the column, in a string constant, of a relation that is not known
  natural_join,      ///< over items whose columns are not known
  header,            ///< COPY FROM with a header line that is to match the column names
  shape,             ///< the statement changes what columns `item` has, its name, or whether it is there
  constraint_shape,  ///< the same of constraint `name`
  type_shape,        ///< the same of type `name`
  dropped,           ///< the statement drops `item`, and nothing that hangs on it but its partitions
  adopted,           ///< `item` becomes a child or partition of `other`
  released,          ///< `item` is none any more
  new_column,        ///< `name` is a column beside those that are inherited
  row_in_code,       ///< code in a string constant, or a list of columns, has a `row`
  row_type_shown,    ///< the name of the type of a `row` is shown
  taken_columns,     ///< something else gets the names of all columns of `item`
  opaque_text,       ///< `name` is a text that code of the server's may take for a name
  chosen_name,       ///< the server chooses a name in a way that is not known, from the names of `item`
  path_shown,        ///< schemas of the search path are shown
  path_text_shown,   ///< the search path is shown as it was set
  path_set,          ///< the search path is set to something that is no constant
};

/// Something that may depend on the names of tables or columns and cannot be resolved. The caller decides
/// whether it matters.
struct Doubt {
  DoubtKind kind = DoubtKind::construct;
  std::string construct;  ///< in the words of the SQL grammar
  Identifier name;
  std::optional<ItemIndex> item;
  std::optional<ItemIndex> other = {};
  RowType row = {};
};

/// JSON from which a function of PostgreSQL takes the fields of a row, by the names of its columns.
struct KeyedJson {
  RelationId relation{};     ///< whose row
  TokenRange tokens;         ///< the JSON; none: its place is not known, or nothing can be put around it
  bool is_binary = false;    ///< jsonb
  bool is_set = false;       ///< an array of objects
  bool has_no_type = false;  ///< a constant or parameter, which would be text elsewhere
  Role role = Role::target;
};

/// One statement with every name resolved, in a traversal order that depends on the parse tree's form only:
/// equal statements under other names give equal sequences.
struct BoundStatement {
  TokenRange tokens;
  std::vector<RangeItem> items;
  std::vector<Reference> references;
  std::vector<Star> stars;
  std::vector<FieldStar> field_stars;
  std::vector<ImplicitList> implicit_lists;
  std::optional<CopyHeader> copy_header;
  std::vector<Write> writes;  ///< only if BindInput asks for them
  std::vector<NameUse> name_uses;
  std::vector<ParameterUse> parameter_uses;  ///< in the order of their places; none if all are plain values
  std::vector<TokenRange> plain_constants;   ///< arguments of EXECUTE that are no names
  std::vector<std::vector<OutputColumn>> outputs;  ///< per query level
  std::vector<CreatedName> created;
  std::vector<KeyedJson> keyed_json;
  std::vector<Doubt> doubts;
  bool depends_on_values = false;  ///< with other constants this would be another statement

  RangeItem& item(ItemIndex index) { return items[static_cast<std::size_t>(index)]; }
  const RangeItem& item(ItemIndex index) const { return items[static_cast<std::size_t>(index)]; }
};

}  // namespace pgsegue::parser

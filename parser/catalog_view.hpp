#pragma once

#include "parser/identifier.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::parser {

/// pg_class.oid of a relation: the same in every version's view of it.
enum class RelationId : std::uint32_t {};
/// pg_attribute.attnum.
enum class AttrNumber : std::int16_t {};
/// pg_namespace.oid of a schema: the same in every version's view of it.
enum class SchemaId : std::uint32_t {};
/// pg_constraint.oid of a constraint: the same in every version's view of it.
enum class ConstraintId : std::uint32_t {};
/// pg_type.oid of a type: the same in every version's view of it.
enum class TypeId : std::uint32_t {};

/// What of a type is a table's row type or a composite type: itself, behind domains, or as the element of an
/// array (or a range).
struct RowType {
  RelationId relation{};           ///< 0: the type holds no rows of a named relation
  std::uint16_t array_levels = 0;  ///< how many subscripts lead to a row
  explicit operator bool() const { return relation != RelationId{}; }
  bool operator==(const RowType&) const = default;
};

struct Column {
  Identifier name;
  AttrNumber number;
  RowType row{};
  bool is_generated = false;  ///< computed from others: COPY leaves it out
  TypeId type{};              ///< 0: unknown
  std::int32_t type_modifier = -1;
  bool not_null = false;
  bool is_identity = false;
  bool has_default = false;       ///< of its own, or its domain's
  std::uint32_t collation = 0;    ///< pg_collation.oid; 0: the type has none
  std::uint64_t key_actions = 0;  ///< of foreign keys that change it by ON UPDATE or ON DELETE; 0: none
};

enum class RelationKind : std::uint8_t {
  table,
  partitioned_table,
  view,
  materialized_view,
  foreign_table,
  composite_type,
  sequence,
  index,
  other
};

/// A constraint of a table.
struct Constraint {
  ConstraintId id;
  Identifier name;
  RelationId index{};     ///< of a key or an exclusion: the index, which has its name; 0: none
  bool is_check = false;  ///< has the same name in the tables that inherit it
};

/// A type of pg_type, the arrays that the server makes for others included.
struct Type {
  TypeId id;
  Identifier schema;
  Identifier name;
  TypeId element{};  ///< of an array that the server makes for this type; 0: it is none
};

/// A relation as one version (or the physical schema) names it. `columns` are in attnum order, dropped ones
/// left out.
struct Relation {
  RelationId id;
  Identifier schema;
  Identifier name;
  RelationKind kind = RelationKind::table;
  std::vector<Column> columns;
  std::vector<Constraint> constraints{};  ///< by id

  const Column* find_column(const Identifier& column) const {
    for (const Column& c : columns) {
      if (c.name == column) return &c;
    }
    return nullptr;
  }
  const Constraint* find_constraint(const Identifier& constraint) const {
    for (const Constraint& c : constraints) {
      if (c.name == constraint) return &c;
    }
    return nullptr;
  }
};

/// The schemas that unqualified names are looked up in, in order: what current_schemas(true) returns, so that
/// pg_catalog and the session's pg_temp_N stand where the server puts them.
using SearchPath = std::vector<Identifier>;

/// The names of one schema as one version sees them. Immutable, shared between threads.
/// What is looked up is every relation of the database (pg_catalog and information_schema included): without
/// the columns of all relations in scope, an unqualified column name cannot be resolved with certainty.
class CatalogView {
 public:
  virtual ~CatalogView() = default;

  /// The relation of that name in that schema; null if this view has none. Valid as long as the view.
  virtual const Relation* find(const Identifier& schema, const Identifier& name) const = 0;
  /// The relation with that id, by the names of this view; null if this view has none. Valid as long as the
  /// view.
  virtual const Relation* find(RelationId id) const = 0;
  /// The schema of that name; empty if this view has none.
  virtual std::optional<SchemaId> find_schema(const Identifier& /*name*/) const { return std::nullopt; }
  /// What this view calls that schema; null if it has none. Valid as long as the view.
  virtual const Identifier* schema_name(SchemaId /*id*/) const { return nullptr; }
  /// The constraint of a table with that id; null if this view has none. Valid as long as the view.
  virtual const Constraint* find_constraint(ConstraintId /*id*/) const { return nullptr; }
  /// All constraints of that name of tables in that schema, by id.
  virtual std::vector<ConstraintId> constraints_named(const Identifier& /*schema*/,
                                                      const Identifier& /*name*/) const {
    return {};
  }
  /// The type of that name in that schema, or with that id; null if this view has none. Valid as long as the
  /// view.
  virtual const Type* find_type(const Identifier& /*schema*/, const Identifier& /*name*/) const {
    return nullptr;
  }
  virtual const Type* find_type(TypeId /*id*/) const { return nullptr; }
  /// True if a schema other than pg_catalog has, or in another view may have, a type of this name.
  virtual bool is_user_type(const Identifier& /*name*/) const { return false; }
  /// True if a function of this name exists in any schema of the database.
  virtual bool function_exists(const Identifier& name) const = 0;
  /// True if one exists outside of pg_catalog: a call may be of that one, and not of the server's own.
  virtual bool user_function_exists(const Identifier& name) const = 0;
  /// True if some function of this name takes a value of any type, and so perhaps looks into any row. The
  /// others take rows of certain tables, whose columns they know.
  virtual bool takes_any_row(const Identifier& name) const = 0;
  /// The relation whose rows every function of this name returns, one or a set, and nothing else. Empty:
  /// there is none, or they differ.
  virtual std::optional<RelationId> row_function(const Identifier& name) const = 0;
  /// False if every function of this name, in whatever schema, gives the same result for the same arguments
  /// within a statement, and there is one.
  virtual bool is_volatile_function(const Identifier& /*name*/) const { return true; }
  /// False if that holds for the functions behind all operators and casts outside pg_catalog.
  virtual bool has_volatile_operators() const { return true; }
  /// The default of a column as SQL that the server reads under any search path; null: it has none.
  /// Valid as long as the view.
  virtual const std::string* default_expression(RelationId /*relation*/, AttrNumber /*column*/) const {
    return nullptr;
  }
};

/// The first relation of that name on the path. Null: none of the path's schemas has it.
inline const Relation* find_on_path(const CatalogView& catalog, const SearchPath& path,
                                    const Identifier& name) {
  for (const Identifier& schema : path) {
    if (const Relation* relation = catalog.find(schema, name)) return relation;
  }
  return nullptr;
}

}  // namespace pgsegue::parser

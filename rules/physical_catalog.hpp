#pragma once

#include "parser/catalog_view.hpp"
#include "rules/affected_names.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pgsegue::rules {

/// One row of pg_attribute: attnum > 0 and not attisdropped. System columns are not listed.
struct ColumnRow {
  std::string name;
  std::int16_t number = 0;
  std::uint32_t row_of = 0;        ///< the relation whose row type is the column's type or inside it; 0: none
  std::uint16_t array_levels = 0;  ///< arrays around that row type
  bool is_generated = false;
  std::uint32_t type = 0;
  std::int32_t type_modifier = -1;
  std::uint32_t collation = 0;
  bool not_null = false;
  bool is_identity = false;
  std::uint64_t key_actions = 0;     ///< a number for what foreign keys do to it; 0: nothing
  bool has_default = false;          ///< of its own, or its domain's
  std::string default_expression{};  ///< pg_get_expr, all names with their schemas; empty: none
};

/// One row of pg_constraint.
struct ConstraintRow {
  std::uint32_t oid = 0;
  std::string name;
  std::uint32_t index = 0;  ///< of a key or an exclusion; 0: it has none of its own
  bool is_check = false;
};

/// One row of pg_class (every schema, pg_catalog and information_schema too; pg_toast may be left out). Of
/// indexes users' are needed, without columns.
struct RelationRow {
  std::uint32_t oid = 0;
  std::string schema;
  std::string name;
  char relkind = 'r';  ///< pg_class.relkind as it is: r p v m f c S …
  std::vector<ColumnRow> columns;
  std::vector<std::uint32_t>
      parents;  ///< pg_inherits.inhparent where this is inhrelid: parents and partition roots
  std::vector<ConstraintRow> constraints{};
  std::vector<std::uint32_t> reads_from{};  ///< of a view: the relations that its rules name
};

/// One row of pg_namespace.
struct SchemaRow {
  parser::SchemaId id{};
  parser::Identifier name;
  bool operator==(const SchemaRow&) const = default;
};

/// One row of pg_proc (functions, procedures, aggregates, window functions).
struct FunctionRow {
  std::string name;
  /// The relation whose row type the function's result or an output parameter is, or holds; 0: none.
  std::uint32_t returns_row_of = 0;
  /// It is the only function of its name, and its result is such a row (or a set of them) and nothing else.
  bool is_row = false;
  bool is_builtin = false;  ///< in pg_catalog
  bool takes_any = false;   ///< a parameter is of a pseudo-type that any row fits
  bool is_volatile = true;
};

/// One row of pg_type: a domain, array or range over the row type of a relation.
struct RowTypeRow {
  std::string name;
  std::uint32_t row_of = 0;
};

/// One row of pg_type.
struct TypeRow {
  std::uint32_t oid = 0;
  std::string schema;
  std::string name;
  std::uint32_t element = 0;  ///< whose pg_type.typarray it is; 0: no type's
};

/// What the control connection reads of one database, in one transaction. Any order.
struct CatalogRows {
  std::vector<SchemaRow> schemas;
  std::vector<RelationRow> relations;
  std::vector<FunctionRow> functions;
  std::vector<RowTypeRow> row_types;
  std::vector<TypeRow> types;  ///< row types of tables and views may be left out
  int server_version_num = 0;  ///< e.g. 150004
  /// Some function outside pg_catalog and information_schema may change search_path or create temporary
  /// tables when it runs: it is written in a language whose body is opaque, or its body names one of these.
  bool functions_may_change_search_path = false;
  /// A volatile function outside pg_catalog carries out some operator or cast.
  bool has_volatile_operators = true;
  /// The database's locale may fold letters beyond ASCII where each is one byte.
  bool folds_beyond_ascii = false;
  std::string encoding = "UTF8";  ///< server_encoding
};

/// The server's catalog as it is. Immutable; shared by all versions of a snapshot. Lookups are one hash probe
/// and allocate nothing.
class PhysicalCatalog final : public parser::CatalogView {
 public:
  explicit PhysicalCatalog(CatalogRows rows);
  PhysicalCatalog(const PhysicalCatalog&) = delete;
  PhysicalCatalog& operator=(const PhysicalCatalog&) = delete;

  const parser::Relation* find(const parser::Identifier& schema,
                               const parser::Identifier& name) const override;
  const parser::Relation* find(parser::RelationId id) const override;
  std::optional<parser::SchemaId> find_schema(const parser::Identifier& name) const override;
  const parser::Identifier* schema_name(parser::SchemaId id) const override;
  const parser::Constraint* find_constraint(parser::ConstraintId id) const override;
  std::vector<parser::ConstraintId> constraints_named(const parser::Identifier& schema,
                                                      const parser::Identifier& name) const override;
  const parser::Type* find_type(const parser::Identifier& schema,
                                const parser::Identifier& name) const override;
  const parser::Type* find_type(parser::TypeId id) const override;
  bool is_user_type(const parser::Identifier& name) const override { return user_types_.contains(name); }
  bool function_exists(const parser::Identifier& name) const override;
  bool user_function_exists(const parser::Identifier& name) const override;
  bool takes_any_row(const parser::Identifier& name) const override;
  std::optional<parser::RelationId> row_function(const parser::Identifier& name) const override;
  bool is_volatile_function(const parser::Identifier& name) const override;
  bool has_volatile_operators() const override { return has_volatile_operators_; }
  const std::string* default_expression(parser::RelationId relation,
                                        parser::AttrNumber column) const override;

  std::span<const SchemaRow> schemas() const { return schemas_; }
  std::span<const parser::Relation> relations() const { return relations_; }
  std::span<const parser::Type> types() const { return types_; }
  /// The table that has the constraint; null: there is no such constraint.
  const parser::Relation* table_of(parser::ConstraintId id) const;
  /// The tables with a constraint of that name.
  std::vector<const parser::Relation*> tables_with_constraint(const parser::Identifier& name) const;
  /// The relations that inherit from this one directly (partitions included), in no particular order.
  std::span<const parser::RelationId> children(parser::RelationId id) const;
  /// The views whose rules name this relation.
  std::span<const parser::RelationId> views_over(parser::RelationId id) const;
  /// Names of the functions that return rows of this relation's type.
  std::span<const parser::Identifier> functions_returning(parser::RelationId id) const;
  /// The relations with a column whose type is this relation's row type, or holds it.
  std::span<const parser::RelationId> carriers(parser::RelationId id) const;
  /// Names of the domains, arrays and ranges over this relation's row type.
  std::span<const parser::Identifier> types_over(parser::RelationId id) const;

  /// True if both mean the same for every statement: a refresh that finds this keeps the old epoch.
  bool same_meaning(const PhysicalCatalog& other) const;

  int server_version_num() const { return server_version_num_; }
  bool functions_may_change_search_path() const { return functions_may_change_search_path_; }
  bool folds_beyond_ascii() const { return folds_beyond_ascii_; }
  const std::string& encoding() const { return encoding_; }

 private:
  /// Views into relations_, or into the names looked up.
  struct QualifiedName {
    std::string_view schema, name;
    bool operator==(const QualifiedName&) const = default;
  };
  struct QualifiedNameHash {
    std::size_t operator()(const QualifiedName& key) const noexcept;
  };

  std::vector<SchemaRow> schemas_;           ///< by name
  std::vector<parser::Relation> relations_;  ///< never resized after construction: the indexes point into it
  std::unordered_map<QualifiedName, const parser::Relation*, QualifiedNameHash> by_name_;
  std::unordered_map<parser::RelationId, const parser::Relation*> by_id_;
  std::vector<parser::Type> types_;  ///< by id; never resized after construction
  std::unordered_map<QualifiedName, const parser::Type*, QualifiedNameHash> types_by_name_;
  std::unordered_map<parser::ConstraintId, const parser::Relation*> tables_by_constraint_;
  std::unordered_multimap<std::string_view, const parser::Relation*> tables_by_constraint_name_;
  std::unordered_map<parser::RelationId, std::vector<parser::RelationId>> children_;
  std::unordered_map<parser::RelationId, std::vector<parser::RelationId>> views_over_;
  std::unordered_map<parser::RelationId, std::vector<parser::Identifier>> functions_returning_;
  std::unordered_map<parser::RelationId, std::vector<parser::RelationId>> carriers_;
  std::unordered_map<parser::RelationId, std::vector<parser::Identifier>> types_over_;
  std::unordered_map<parser::Identifier, parser::RelationId, NameHash, NameEqual> row_functions_;
  NameSet functions_;
  NameSet user_functions_;
  NameSet user_types_;
  NameSet any_row_functions_;
  NameSet volatile_functions_;
  std::map<std::pair<parser::RelationId, parser::AttrNumber>, std::string> defaults_;
  int server_version_num_;
  bool functions_may_change_search_path_;
  bool folds_beyond_ascii_;
  bool has_volatile_operators_;
  std::string encoding_;
};

}  // namespace pgsegue::rules

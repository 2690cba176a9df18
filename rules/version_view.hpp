#pragma once

#include "parser/catalog_view.hpp"
#include "rules/affected_gate.hpp"
#include "rules/affected_names.hpp"
#include "rules/column_writes.hpp"
#include "rules/physical_catalog.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pgsegue::rules {

/// The lens of one version on one relation that it names otherwise than the server, or sees fewer columns of.
/// Columns correspond by AttrNumber: a physical column without a logical one of the same number is hidden
/// from this version.
struct RelationLens {
  parser::Relation logical;          ///< schema, name and columns as this version knows them
  const parser::Relation* physical;  ///< the same relation in the PhysicalCatalog
  bool inherits = false;             ///< some column differs for no other reason than that a parent's does
  std::vector<parser::Identifier> missing{};  ///< this version's columns that the server does not have
  ColumnWrites writes{};                      ///< what its writes write beside what they name

  /// Null: the relation has no such column, or this version does not see it.
  const parser::Identifier* logical_name(parser::AttrNumber column) const;
  /// Null: the relation has no such column.
  const parser::Identifier* physical_name(parser::AttrNumber column) const;
  /// Null: this version does not see the constraint.
  const parser::Identifier* logical_name(parser::ConstraintId constraint) const;
  /// True if the relation and its columns are called the same, and only constraints differ.
  bool only_constraints_differ() const;
};

/// A type that some version calls otherwise than the server.
struct TypeLens {
  parser::Type logical;
  const parser::Type* physical;  ///< the same type in the PhysicalCatalog
};

/// What a version makes of the types.
struct TypeLenses {
  std::vector<TypeLens> lenses;
  /// Types that exist on the server but not in this version: of a name that it gives to another.
  std::vector<const parser::Type*> hidden;
};

/// A schema that some version calls otherwise than the server.
struct SchemaLens {
  parser::SchemaId id;
  parser::Identifier logical;
  parser::Identifier physical;
  std::vector<parser::Identifier> free_names;  ///< its names in any version that no schema has now
};

/// What one version sees of the database: an overlay of its lenses over the physical catalog. Time and memory
/// depend on the affected relations only. Immutable, shared between threads.
class VersionView final : public parser::CatalogView {
 public:
  /// `hidden`: relations that exist on the server but not in this version, because a relation of another
  /// name is what this version knows under theirs, or because they are another version's side of an expanded
  /// table. `kept` and `unsettled`: see AffectedNames.
  VersionView(std::string name, std::shared_ptr<const PhysicalCatalog> physical,
              std::vector<RelationLens> lenses, std::vector<const parser::Relation*> hidden,
              std::vector<SchemaLens> schemas = {}, TypeLenses types = {},
              std::vector<parser::RelationId> kept = {},
              const std::vector<parser::RelationId>& unsettled = {});
  VersionView(const VersionView&) = delete;
  VersionView& operator=(const VersionView&) = delete;

  /// The version's name, as declared.
  const std::string& name() const { return name_; }

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
  bool is_user_type(const parser::Identifier& name) const override {
    return physical_->is_user_type(name) || type_names_.contains(name.str());
  }
  bool function_exists(const parser::Identifier& name) const override {
    return physical_->function_exists(name);
  }
  bool user_function_exists(const parser::Identifier& name) const override {
    return physical_->user_function_exists(name);
  }
  bool takes_any_row(const parser::Identifier& name) const override { return physical_->takes_any_row(name); }
  std::optional<parser::RelationId> row_function(const parser::Identifier& name) const override {
    return physical_->row_function(name);
  }
  bool is_volatile_function(const parser::Identifier& name) const override {
    return physical_->is_volatile_function(name);
  }
  bool has_volatile_operators() const override { return physical_->has_volatile_operators(); }
  const std::string* default_expression(parser::RelationId relation,
                                        parser::AttrNumber column) const override {
    return physical_->default_expression(relation, column);
  }

  const PhysicalCatalog& physical() const { return *physical_; }
  /// True if this version is exactly the physical schema: every statement means what it says.
  bool is_identity() const { return affected_.empty(); }
  /// True if no declared change can alter that either: every statement can be forwarded as it is.
  bool is_settled() const { return is_identity() && affected_.unsettled.empty(); }

  /// The lenses of the affected relations, sorted by relation id. Pointers into it live as long as the view.
  std::span<const RelationLens> lenses() const { return lenses_; }
  /// Null: not affected, the relation is the same in this version as on the server.
  const RelationLens* lens(parser::RelationId id) const;
  bool is_affected(parser::RelationId id) const { return lens(id) != nullptr; }

  /// The schemas that some version calls otherwise.
  std::span<const SchemaLens> schemas() const { return schemas_; }

  /// The types that this version calls otherwise, by id.
  std::span<const TypeLens> types() const { return types_.lenses; }

  const AffectedNames& affected() const { return affected_; }
  /// A statement none of whose identifiers it admits means the same in this version as on the server.
  const AffectedGate& gate() const { return *gate_; }
  /// The same for a name in catalog form.
  bool is_affected_name(std::string_view name) const { return gate_->contains(name); }

 private:
  struct QualifiedRelation {
    const parser::Identifier* schema;
    const parser::Relation* relation;  ///< null: this version has no relation of that name
  };

  bool is_hidden(parser::RelationId id) const;
  void overlay(const parser::Identifier& schema, const parser::Identifier& name,
               const parser::Relation* relation);
  void add_names(const RelationLens& lens);
  void add_unsettled(parser::RelationId id);
  void add_constraint_names(const RelationLens& lens);
  void add_type_names();
  void add_carriers();
  void add_writes();

  std::string name_;
  std::shared_ptr<const PhysicalCatalog> physical_;
  std::vector<RelationLens> lenses_;
  std::vector<const parser::Relation*> hidden_;
  std::vector<SchemaLens> schemas_;
  TypeLenses types_;
  /// By the names of this version. Views into types_.
  std::unordered_multimap<std::string_view, const parser::Type*> type_names_;
  /// By bare name, where it differs from the physical catalog. Views into lenses_ and the physical catalog.
  std::unordered_multimap<std::string_view, QualifiedRelation> overlay_;
  AffectedNames affected_;
  std::optional<AffectedGate> gate_;  ///< over affected_; set by the constructor
};

}  // namespace pgsegue::rules

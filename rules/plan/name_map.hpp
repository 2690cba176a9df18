#pragma once

#include "parser/bound_statement.hpp"
#include "parser/catalog_view.hpp"

#include <optional>

namespace pgsegue::rules::plan {

/// From the names of one version to those of the server, by relation id and attribute number.
class NameMap {
 public:
  NameMap(const parser::CatalogView& logical, const parser::CatalogView& physical)
      : logical_(logical), physical_(physical) {}

  /// The column's name on the server where it is another one; empty: the same.
  std::optional<parser::Identifier> new_name(const parser::BaseColumn& column) const;
  parser::Identifier logical_name(const parser::BaseColumn& column) const;

  const parser::Relation* physical(const parser::Relation& relation) const {
    return physical_.find(relation.id);
  }
  const parser::Relation* physical(parser::RelationId id) const { return physical_.find(id); }
  const parser::CatalogView& logical() const { return logical_; }
  const parser::CatalogView& physical() const { return physical_; }
  const parser::Relation* logical(parser::RelationId id) const { return logical_.find(id); }

  /// True if the relation is called the same on the server, schema included.
  bool same_name(const parser::Relation& relation) const;
  /// True if the server's relation has these columns and no other, whatever they are called.
  bool same_columns(parser::RelationId id) const;
  /// True if it has these columns under these names and no other.
  bool same_column_names(parser::RelationId id) const;
  /// The same of its columns and, for columns of composite types, of theirs, and so on.
  bool same_columns_within(parser::RelationId id) const;
  bool same_column_names_within(parser::RelationId id) const;
  /// The same of the rows of a type; true if it has none.
  bool same_columns_within(const parser::RowType& row) const {
    return !row || same_columns_within(row.relation);
  }
  bool same_column_names_within(const parser::RowType& row) const {
    return !row || same_column_names_within(row.relation);
  }

 private:
  bool holds_within(parser::RelationId id, bool (NameMap::*same)(parser::RelationId) const) const;

  const parser::CatalogView& logical_;
  const parser::CatalogView& physical_;
};

}  // namespace pgsegue::rules::plan

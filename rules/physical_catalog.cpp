#include "rules/physical_catalog.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::Identifier;
using parser::Relation;
using parser::RelationId;
using parser::RelationKind;

RelationKind kind_of(char relkind) {
  switch (relkind) {
    case 'r':
      return RelationKind::table;
    case 'p':
      return RelationKind::partitioned_table;
    case 'v':
      return RelationKind::view;
    case 'm':
      return RelationKind::materialized_view;
    case 'f':
      return RelationKind::foreign_table;
    case 'c':
      return RelationKind::composite_type;
    default:
      return RelationKind::other;
  }
}

Relation make_relation(RelationRow&& row) {
  Relation relation{RelationId{row.oid},
                    Identifier::from_catalog(std::move(row.schema)),
                    Identifier::from_catalog(std::move(row.name)),
                    kind_of(row.relkind),
                    {}};
  std::sort(row.columns.begin(), row.columns.end(),
            [](const ColumnRow& a, const ColumnRow& b) { return a.number < b.number; });
  relation.columns.reserve(row.columns.size());
  for (ColumnRow& column : row.columns) {
    relation.columns.push_back(
        {Identifier::from_catalog(std::move(column.name)), parser::AttrNumber{column.number}});
  }
  return relation;
}

}  // namespace

std::size_t PhysicalCatalog::QualifiedNameHash::operator()(const QualifiedName& key) const noexcept {
  const std::size_t name = std::hash<std::string_view>{}(key.name);
  return name ^ (std::hash<std::string_view>{}(key.schema) * 0x9E3779B97F4A7C15u);
}

PhysicalCatalog::PhysicalCatalog(CatalogRows rows)
    : server_version_num_(rows.server_version_num),
      functions_may_change_search_path_(rows.functions_may_change_search_path) {
  relations_.reserve(rows.relations.size());
  for (RelationRow& row : rows.relations) {
    for (const std::uint32_t parent : row.parents)
      children_[RelationId{parent}].push_back(RelationId{row.oid});
    relations_.push_back(make_relation(std::move(row)));
  }
  by_name_.reserve(relations_.size());
  by_id_.reserve(relations_.size());
  for (const Relation& relation : relations_) {
    by_name_.emplace(QualifiedName{relation.schema.str(), relation.name.str()}, &relation);
    by_id_.emplace(relation.id, &relation);
  }
  for (FunctionRow& row : rows.functions) {
    Identifier name = Identifier::from_catalog(std::move(row.name));
    if (row.returns_row_of != 0) functions_returning_[RelationId{row.returns_row_of}].push_back(name);
    functions_.insert(std::move(name));
  }
}

const Relation* PhysicalCatalog::find(const Identifier& schema, const Identifier& name) const {
  const auto found = by_name_.find(QualifiedName{schema.str(), name.str()});
  return found == by_name_.end() ? nullptr : found->second;
}

const Relation* PhysicalCatalog::find(RelationId id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

bool PhysicalCatalog::function_exists(const Identifier& name) const {
  return functions_.contains(name);
}

std::span<const RelationId> PhysicalCatalog::children(RelationId id) const {
  const auto found = children_.find(id);
  return found == children_.end() ? std::span<const RelationId>() : found->second;
}

std::span<const Identifier> PhysicalCatalog::functions_returning(RelationId id) const {
  const auto found = functions_returning_.find(id);
  return found == functions_returning_.end() ? std::span<const Identifier>() : found->second;
}

}  // namespace pgsegue::rules

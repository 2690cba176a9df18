#include "rules/physical_catalog.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::Constraint;
using parser::Identifier;
using parser::Relation;
using parser::RelationId;
using parser::RelationKind;
using parser::Type;

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
    case 'S':
      return RelationKind::sequence;
    case 'i':
    case 'I':
      return RelationKind::index;
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
    relation.columns.push_back({Identifier::from_catalog(std::move(column.name)),
                                parser::AttrNumber{column.number},
                                {RelationId{column.row_of}, column.array_levels},
                                column.is_generated,
                                parser::TypeId{column.type},
                                column.type_modifier,
                                column.not_null,
                                column.is_identity,
                                column.has_default,
                                column.collation,
                                column.key_actions});
  }
  for (ConstraintRow& constraint : row.constraints) {
    relation.constraints.push_back({parser::ConstraintId{constraint.oid},
                                    Identifier::from_catalog(std::move(constraint.name)),
                                    RelationId{constraint.index}, constraint.is_check});
  }
  std::sort(relation.constraints.begin(), relation.constraints.end(),
            [](const Constraint& a, const Constraint& b) { return a.id < b.id; });
  return relation;
}

std::vector<Type> make_types(std::vector<TypeRow>&& rows) {
  std::vector<Type> types;
  types.reserve(rows.size());
  for (TypeRow& row : rows) {
    types.push_back({parser::TypeId{row.oid}, Identifier::from_catalog(std::move(row.schema)),
                     Identifier::from_catalog(std::move(row.name)), parser::TypeId{row.element}});
  }
  std::sort(types.begin(), types.end(), [](const Type& a, const Type& b) { return a.id < b.id; });
  return types;
}

bool same_type(const Type& a, const Type& b) {
  return a.id == b.id && a.schema == b.schema && a.name == b.name && a.element == b.element;
}

bool same_relation(const Relation& a, const Relation& b) {
  return a.schema == b.schema && a.name == b.name && a.kind == b.kind &&
         std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                    [](const parser::Column& x, const parser::Column& y) {
                      return x.number == y.number && x.name == y.name && x.row == y.row &&
                             x.is_generated == y.is_generated && x.type == y.type &&
                             x.type_modifier == y.type_modifier && x.not_null == y.not_null &&
                             x.is_identity == y.is_identity && x.has_default == y.has_default &&
                             x.collation == y.collation && x.key_actions == y.key_actions;
                    }) &&
         std::equal(a.constraints.begin(), a.constraints.end(), b.constraints.begin(), b.constraints.end(),
                    [](const Constraint& x, const Constraint& y) {
                      return x.id == y.id && x.name == y.name && x.index == y.index &&
                             x.is_check == y.is_check;
                    });
}

template <class List>
std::span<const typename List::value_type> list_at(const std::unordered_map<RelationId, List>& lists,
                                                   RelationId id) {
  const auto found = lists.find(id);
  return found == lists.end() ? std::span<const typename List::value_type>() : found->second;
}

/// The lists of both maps hold the same, in whatever order.
template <class List>
bool same_lists(const std::unordered_map<RelationId, List>& a,
                const std::unordered_map<RelationId, List>& b) {
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const auto& entry) {
           const auto other = b.find(entry.first);
           return other != b.end() && std::is_permutation(entry.second.begin(), entry.second.end(),
                                                          other->second.begin(), other->second.end());
         });
}

}  // namespace

std::size_t PhysicalCatalog::QualifiedNameHash::operator()(const QualifiedName& key) const noexcept {
  const std::size_t name = std::hash<std::string_view>{}(key.name);
  return name ^ (std::hash<std::string_view>{}(key.schema) * 0x9E3779B97F4A7C15u);
}

PhysicalCatalog::PhysicalCatalog(CatalogRows rows)
    : schemas_(std::move(rows.schemas)),
      types_(make_types(std::move(rows.types))),
      server_version_num_(rows.server_version_num),
      functions_may_change_search_path_(rows.functions_may_change_search_path),
      folds_beyond_ascii_(rows.folds_beyond_ascii),
      has_volatile_operators_(rows.has_volatile_operators),
      encoding_(std::move(rows.encoding)) {
  std::sort(schemas_.begin(), schemas_.end(),
            [](const SchemaRow& a, const SchemaRow& b) { return a.name < b.name; });
  relations_.reserve(rows.relations.size());
  for (RelationRow& row : rows.relations) {
    for (const std::uint32_t parent : row.parents)
      children_[RelationId{parent}].push_back(RelationId{row.oid});
    for (const std::uint32_t source : row.reads_from)
      views_over_[RelationId{source}].push_back(RelationId{row.oid});
    for (ColumnRow& column : row.columns) {
      if (!column.default_expression.empty())
        defaults_.emplace(std::pair(RelationId{row.oid}, parser::AttrNumber{column.number}),
                          std::move(column.default_expression));
    }
    relations_.push_back(make_relation(std::move(row)));
  }
  by_name_.reserve(relations_.size());
  by_id_.reserve(relations_.size());
  for (const Relation& relation : relations_) {
    by_name_.emplace(QualifiedName{relation.schema.str(), relation.name.str()}, &relation);
    by_id_.emplace(relation.id, &relation);
    for (const parser::Column& column : relation.columns) {
      if (column.row) carriers_[column.row.relation].push_back(relation.id);
    }
    for (const Constraint& constraint : relation.constraints) {
      tables_by_constraint_.emplace(constraint.id, &relation);
      tables_by_constraint_name_.emplace(constraint.name.str(), &relation);
    }
  }
  types_by_name_.reserve(types_.size());
  for (const Type& type : types_) {
    types_by_name_.emplace(QualifiedName{type.schema.str(), type.name.str()}, &type);
    if (type.schema.str() != "pg_catalog") user_types_.insert(type.name);
  }
  for (RowTypeRow& row : rows.row_types)
    types_over_[RelationId{row.row_of}].push_back(Identifier::from_catalog(std::move(row.name)));
  for (FunctionRow& row : rows.functions) {
    Identifier name = Identifier::from_catalog(std::move(row.name));
    if (row.returns_row_of != 0) functions_returning_[RelationId{row.returns_row_of}].push_back(name);
    if (row.is_row) row_functions_.emplace(name, RelationId{row.returns_row_of});
    if (!row.is_builtin) user_functions_.insert(name);
    if (row.is_volatile) volatile_functions_.insert(name);
    if (row.takes_any) any_row_functions_.insert(name);
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

std::optional<parser::SchemaId> PhysicalCatalog::find_schema(const Identifier& name) const {
  const auto found =
      std::lower_bound(schemas_.begin(), schemas_.end(), name,
                       [](const SchemaRow& row, const Identifier& wanted) { return row.name < wanted; });
  if (found == schemas_.end() || found->name != name) return std::nullopt;
  return found->id;
}

const Identifier* PhysicalCatalog::schema_name(parser::SchemaId id) const {
  const auto found =
      std::find_if(schemas_.begin(), schemas_.end(), [id](const SchemaRow& row) { return row.id == id; });
  return found == schemas_.end() ? nullptr : &found->name;
}

const Constraint* PhysicalCatalog::find_constraint(parser::ConstraintId id) const {
  const Relation* table = table_of(id);
  if (table == nullptr) return nullptr;
  const auto found = std::find_if(table->constraints.begin(), table->constraints.end(),
                                  [id](const Constraint& constraint) { return constraint.id == id; });
  return found == table->constraints.end() ? nullptr : &*found;
}

std::vector<parser::ConstraintId> PhysicalCatalog::constraints_named(const Identifier& schema,
                                                                     const Identifier& name) const {
  std::vector<parser::ConstraintId> found;
  for (const Relation* table : tables_with_constraint(name)) {
    if (table->schema == schema) found.push_back(table->find_constraint(name)->id);
  }
  std::sort(found.begin(), found.end());
  return found;
}

const Type* PhysicalCatalog::find_type(const Identifier& schema, const Identifier& name) const {
  const auto found = types_by_name_.find(QualifiedName{schema.str(), name.str()});
  return found == types_by_name_.end() ? nullptr : found->second;
}

const Type* PhysicalCatalog::find_type(parser::TypeId id) const {
  const auto found = std::lower_bound(types_.begin(), types_.end(), id,
                                      [](const Type& type, parser::TypeId i) { return type.id < i; });
  return found != types_.end() && found->id == id ? &*found : nullptr;
}

const Relation* PhysicalCatalog::table_of(parser::ConstraintId id) const {
  const auto found = tables_by_constraint_.find(id);
  return found == tables_by_constraint_.end() ? nullptr : found->second;
}

std::vector<const Relation*> PhysicalCatalog::tables_with_constraint(const Identifier& name) const {
  std::vector<const Relation*> tables;
  const auto [begin, end] = tables_by_constraint_name_.equal_range(name.str());
  for (auto entry = begin; entry != end; ++entry)
    tables.push_back(entry->second);
  return tables;
}

bool PhysicalCatalog::function_exists(const Identifier& name) const {
  return functions_.contains(name);
}

bool PhysicalCatalog::user_function_exists(const Identifier& name) const {
  return user_functions_.contains(name);
}

bool PhysicalCatalog::takes_any_row(const Identifier& name) const {
  return any_row_functions_.contains(name);
}

std::optional<RelationId> PhysicalCatalog::row_function(const Identifier& name) const {
  const auto found = row_functions_.find(name);
  if (found == row_functions_.end()) return std::nullopt;
  return found->second;
}

bool PhysicalCatalog::is_volatile_function(const Identifier& name) const {
  return volatile_functions_.contains(name) || !functions_.contains(name);
}

const std::string* PhysicalCatalog::default_expression(RelationId relation, parser::AttrNumber column) const {
  const auto found = defaults_.find({relation, column});
  return found == defaults_.end() ? nullptr : &found->second;
}

std::span<const RelationId> PhysicalCatalog::children(RelationId id) const {
  return list_at(children_, id);
}

std::span<const RelationId> PhysicalCatalog::views_over(RelationId id) const {
  return list_at(views_over_, id);
}

std::span<const Identifier> PhysicalCatalog::functions_returning(RelationId id) const {
  return list_at(functions_returning_, id);
}

std::span<const RelationId> PhysicalCatalog::carriers(RelationId id) const {
  return list_at(carriers_, id);
}

std::span<const Identifier> PhysicalCatalog::types_over(RelationId id) const {
  return list_at(types_over_, id);
}

bool PhysicalCatalog::same_meaning(const PhysicalCatalog& other) const {
  const auto in_other = [&](const Relation& relation) {
    const Relation* same = other.find(relation.id);
    return same != nullptr && same_relation(relation, *same);
  };
  return server_version_num_ == other.server_version_num_ &&
         functions_may_change_search_path_ == other.functions_may_change_search_path_ &&
         folds_beyond_ascii_ == other.folds_beyond_ascii_ && encoding_ == other.encoding_ &&
         schemas_ == other.schemas_ &&
         std::equal(types_.begin(), types_.end(), other.types_.begin(), other.types_.end(), same_type) &&
         relations_.size() == other.relations_.size() &&
         std::all_of(relations_.begin(), relations_.end(), in_other) && functions_ == other.functions_ &&
         user_functions_ == other.user_functions_ && any_row_functions_ == other.any_row_functions_ &&
         volatile_functions_ == other.volatile_functions_ &&
         has_volatile_operators_ == other.has_volatile_operators_ && defaults_ == other.defaults_ &&
         same_lists(children_, other.children_) && same_lists(views_over_, other.views_over_) &&
         same_lists(functions_returning_, other.functions_returning_) &&
         same_lists(types_over_, other.types_over_) && row_functions_ == other.row_functions_;
}

}  // namespace pgsegue::rules

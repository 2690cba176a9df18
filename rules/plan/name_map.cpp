#include "rules/plan/name_map.hpp"

#include <algorithm>
#include <vector>

namespace pgsegue::rules::plan {

namespace {

const parser::Identifier* name_of(const parser::Relation* relation, parser::AttrNumber number) {
  if (relation == nullptr) return nullptr;
  const auto found = std::find_if(relation->columns.begin(), relation->columns.end(),
                                  [&](const parser::Column& column) { return column.number == number; });
  return found == relation->columns.end() ? nullptr : &found->name;
}

}  // namespace

std::optional<parser::Identifier> NameMap::new_name(const parser::BaseColumn& column) const {
  const parser::Identifier* before = name_of(logical(column.relation), column.number);
  const parser::Identifier* after = name_of(physical(column.relation), column.number);
  if (before == nullptr || after == nullptr || *before == *after) return std::nullopt;
  return *after;
}

parser::Identifier NameMap::logical_name(const parser::BaseColumn& column) const {
  const parser::Identifier* name = name_of(logical(column.relation), column.number);
  return name != nullptr ? *name : parser::Identifier{};
}

bool NameMap::same_name(const parser::Relation& relation) const {
  const parser::Relation* other = physical(relation);
  return other != nullptr && other->schema == relation.schema && other->name == relation.name;
}

bool NameMap::same_columns(parser::RelationId id) const {
  const parser::Relation* before = logical(id);
  const parser::Relation* after = physical(id);
  if (before == nullptr || after == nullptr) return false;
  return std::equal(before->columns.begin(), before->columns.end(), after->columns.begin(),
                    after->columns.end(),
                    [](const parser::Column& a, const parser::Column& b) { return a.number == b.number; });
}

bool NameMap::same_column_names(parser::RelationId id) const {
  if (!same_columns(id)) return false;
  const auto& before = logical(id)->columns;
  const auto& after = physical(id)->columns;
  return std::equal(before.begin(), before.end(), after.begin(),
                    [](const parser::Column& a, const parser::Column& b) { return a.name == b.name; });
}

bool NameMap::holds_within(parser::RelationId id, bool (NameMap::*same)(parser::RelationId) const) const {
  std::vector<parser::RelationId> relations{id};
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (!(this->*same)(relations[i])) return false;
    for (const parser::Column& column : physical(relations[i])->columns) {
      const parser::RelationId inner = column.row.relation;
      if (column.row && std::find(relations.begin(), relations.end(), inner) == relations.end())
        relations.push_back(inner);
    }
  }
  return true;
}

bool NameMap::same_columns_within(parser::RelationId id) const {
  return holds_within(id, &NameMap::same_columns);
}

bool NameMap::same_column_names_within(parser::RelationId id) const {
  return holds_within(id, &NameMap::same_column_names);
}

}  // namespace pgsegue::rules::plan

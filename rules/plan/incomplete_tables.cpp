#include "rules/plan/incomplete_tables.hpp"

#include "rules/plan/refusal.hpp"

#include <vector>

namespace pgsegue::rules::plan {

namespace {

using parser::RelationId;

/// Where the statement gets rows from or puts them: its tables, and what stands for rows of one.
std::vector<RelationId> used_relations(const parser::BoundStatement& bound) {
  std::vector<RelationId> used;
  for (const parser::RangeItem& item : bound.items) {
    if (item.relation != nullptr) used.push_back(item.relation->id);
    for (const parser::ItemColumn& column : item.columns) {
      if (column.base) used.push_back(column.base->relation);
    }
  }
  for (const parser::Reference& reference : bound.references) {
    if (reference.base) used.push_back(reference.base->relation);
    if (reference.row.type) used.push_back(reference.row.type.relation);
  }
  for (const auto& level : bound.outputs) {
    for (const parser::OutputColumn& output : level) {
      if (output.row.type) used.push_back(output.row.type.relation);
    }
  }
  for (const parser::NameUse& use : bound.name_uses) {
    if (use.kind == parser::NamedKind::column) used.push_back(static_cast<RelationId>(use.ids.front()));
  }
  return used;
}

}  // namespace

std::optional<SqlError> refuse_incomplete_tables(const PlanInput& input,
                                                 const parser::BoundStatement& bound) {
  const auto& incomplete = input.affected.incomplete;
  if (incomplete.empty()) return std::nullopt;
  for (const RelationId id : used_relations(bound)) {
    const auto found = incomplete.find(id);
    const parser::Relation* table = found != incomplete.end() ? input.logical.find(id) : nullptr;
    if (table == nullptr) continue;
    return refusal("table \"" + table->name.str() + "\", whose column \"" + found->second.str() +
                       "\" the server does not have,",
                   "Add the column on the server, or connect as a version without it.");
  }
  return std::nullopt;
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

/// The name is free in the version and taken on the server, or the other way round.
bool may_be_taken(const StatementEdits& plan, const parser::CreatedName& created) {
  const AffectedNames& affected = plan.input.affected;
  const bool is_taken =
      affected.renamed.contains(created.name) || affected.renamed_types.contains(created.name);
  return (created.is_relation && !created.is_temporary && is_taken) ||
         (created.is_constraint && affected.constraints.contains(created.name));
}

/// Columns that it inherits, or rows in them, have other names on the server.
bool has_other_names(const StatementEdits& plan, const parser::CreatedName& created) {
  if (created.parent && plan.has_changed_columns(*created.parent)) return true;
  return std::any_of(created.rows.begin(), created.rows.end(),
                     [&](const parser::RowType& row) { return !plan.names.same_column_names_within(row); });
}

}  // namespace

void edit_created_names(StatementEdits& plan) {
  for (std::size_t i = 0; i < plan.bound.created.size(); ++i) {
    const parser::CreatedName& created = plan.bound.created[i];
    if (may_be_taken(plan, created)) {
      plan.obstruct(refusal("the creation of \"" + created.name.str() + '"',
                            "Something has this name in another version: choose another name."));
    } else if (created.is_temporary && has_other_names(plan, created)) {
      // The catalog that is read knows none of the session's own.
      plan.obstruct(refusal("a temporary table with rows of a table whose columns have other names",
                            "Select the columns one by one instead of the row."));
    } else if (!created.is_written && plan.choices.named.contains(i)) {
      plan.edits.add_behind(created.at, (created.is_constraint ? "CONSTRAINT " : "") + created.name.to_sql());
    }
  }
}

std::vector<parser::Identifier> unknown_names(const StatementEdits& plan) {
  std::vector<parser::Identifier> names;
  for (const parser::CreatedName& created : plan.bound.created) {
    if (has_other_names(plan, created)) names.push_back(created.name);
  }
  return names;
}

}  // namespace pgsegue::rules::plan

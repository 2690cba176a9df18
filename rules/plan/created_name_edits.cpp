#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"

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

}  // namespace

void edit_created_names(StatementEdits& plan) {
  for (std::size_t i = 0; i < plan.bound.created.size(); ++i) {
    const parser::CreatedName& created = plan.bound.created[i];
    if (may_be_taken(plan, created)) {
      plan.obstruct(refusal("the creation of \"" + created.name.str() + '"',
                            "Something has this name in another version: choose another name."));
    } else if (!created.is_written && plan.choices.named.contains(i)) {
      plan.edits.add_behind(created.at, (created.is_constraint ? "CONSTRAINT " : "") + created.name.to_sql());
    }
  }
}

}  // namespace pgsegue::rules::plan

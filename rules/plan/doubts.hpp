#pragma once

#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

/// Obstructs the plan where something that the binder could not resolve may depend on names that differ.
void judge_doubts(StatementEdits& plan);

/// The refusal of a statement that names nothing affected, if values that differ may be read as names in it.
std::optional<SqlError> judge_read_names(const AffectedNames& affected, const parser::BoundStatement& bound);

/// True if a constant's value took part in that.
bool depends_on_values(const parser::BoundStatement& bound);

}  // namespace pgsegue::rules::plan

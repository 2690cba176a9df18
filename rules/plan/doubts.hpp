#pragma once

#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

/// Obstructs the plan where something that the binder could not resolve may depend on names that differ.
void judge_doubts(StatementEdits& plan);

/// True if a constant's value took part in that.
bool depends_on_values(const parser::BoundStatement& bound);

}  // namespace pgsegue::rules::plan

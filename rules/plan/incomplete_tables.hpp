#pragma once

#include "parser/bound_statement.hpp"
#include "rules/plan.hpp"

#include <optional>

namespace pgsegue::rules::plan {

/// The refusal of a statement that uses a table of which the server does not have all columns that the
/// version has. What such a statement gives on a database of the version cannot be had.
std::optional<SqlError> refuse_incomplete_tables(const PlanInput& input, const parser::BoundStatement& bound);

}  // namespace pgsegue::rules::plan

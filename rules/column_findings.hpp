#pragma once

#include "rules/resolved_table.hpp"

#include <vector>

namespace pgsegue::rules {

/// What the catalog has against writing columns that a version's statements do not name: an error where two
/// columns cannot hold the same values or a column takes none, a warning where versions without a column
/// cannot insert.
void check_columns(const ResolvedRelation& relation, const PhysicalCatalog& catalog, const RuleSet& rules,
                   std::vector<Diagnostic>& findings);

}  // namespace pgsegue::rules

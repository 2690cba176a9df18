#pragma once

#include "parser/bound_statement.hpp"

#include <string>
#include <string_view>

namespace pgsegue::rules::plan {

/// The hint that PostgreSQL gives when a query over one table asks for a column that is not there: the
/// nearest column's name, or the two nearest; empty if none is near or more than two are. Source:
/// errorMissingColumn and updateFuzzyAttrMatchState in src/backend/parser/parse_relation.c.
std::string column_hint(const parser::RangeItem& item, std::string_view missing);

}  // namespace pgsegue::rules::plan

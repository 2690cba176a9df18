#pragma once

#include "rules/plan/name_map.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace pgsegue::rules::plan {

/// More text than this is not put around an expression.
inline constexpr std::size_t most_wrap_bytes = 65'536;

/// What stands around an expression to make of its row one with the version's column names.
struct RowWrap {
  std::string before, after;
};

/// A row of this relation's type has the names the server has; only a row of a subquery has others. So that
/// names inside the expression keep their meaning, it stands in a subquery without FROM:
///
///     (SELECT … FROM (SELECT (w.r).id, (w.r).surname AS last_name FROM (SELECT expression AS r) AS w
///      WHERE w.r IS DISTINCT FROM NULL) AS …)
///
/// The condition keeps a row that is NULL (of an outer join) from becoming a row of NULLs. Empty: an array of
/// rows among the columns, which cannot be made so, or more text than is reasonable.
std::optional<RowWrap> wrapped_row(const NameMap& names, parser::RelationId relation);

}  // namespace pgsegue::rules::plan

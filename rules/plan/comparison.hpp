#pragma once

#include "parser/bound_statement.hpp"
#include "rules/affected_names.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace pgsegue::rules::plan {

/// Where the rewritten statement means something else than the client's.
struct Difference {
  enum class Kind { item, reference, name_use, parameter, output, created };
  Kind kind = Kind::item;
  /// Those that differ, where they can be told one by one; of items, names and query levels the first counts.
  std::vector<std::size_t> at;
};

/// True if both name the same thing, or neither names any.
bool same_name_use(const parser::NameUse& a, const parser::NameUse& b);

/// Compares what the client's statement means in its version with what its rewritten form means on the
/// server: the relations, the column behind every name in order (stars expanded), what other names name, and
/// the names of all results and of what is created. Empty: they are the same.
std::optional<Difference> find_difference(const parser::BoundStatement& logical,
                                          const parser::BoundStatement& physical);

/// True if both have the same errors in names and the same doubts, and all result columns of the one are
/// found in the other in the same order. More cannot be compared where one has subqueries that the other has
/// not.
bool same_problems_and_result(const parser::BoundStatement& logical, const parser::BoundStatement& physical,
                              const AffectedNames& affected);

/// True if COPY writes the same header line: the query that took the table's place selects the same columns
/// of it under the names that the version has.
bool same_header(const parser::BoundStatement& logical, const parser::BoundStatement& physical);

/// True if every write of the rewritten statement goes to the columns that the client's names and to all that
/// are written with them, and to no other, with a value for each.
bool same_writes(const parser::BoundStatement& logical, const parser::BoundStatement& physical,
                 const AffectedNames& affected);

}  // namespace pgsegue::rules::plan

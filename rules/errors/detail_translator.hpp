#pragma once

#include "rules/errors/name_translator.hpp"

#include <string>
#include <string_view>

namespace pgsegue::rules {

/// What the other fields of the error say about its DETAIL.
struct Violation {
  std::string_view sqlstate;
  std::string_view message;  ///< of a foreign key: names first the relation the columns are of
  bool has_constraint;       ///< names one; of check violations only those of a partition's bounds do not
};

/// Translates the DETAIL of an integrity violation, where names stand beside values that must stay as they
/// are:
///     Key (surname, lower(first_name))=(Turing, alan) already exists.
///     Key (person_id)=(999) is not present in table "people".
///     Failing row contains (id, surname) = (1, null).
///     Partition key of the failing row contains ("GivenName") = (Ada).
/// Of foreign keys and rows the names are raw, of indexes and partition keys as SQL. Source:
/// BuildIndexValueDescription (access/index/genam.c), ri_ReportViolation (utils/adt/ri_triggers.c),
/// ExecBuildSlotValueDescription (executor/execMain.c), ExecBuildSlotPartitionKeyDescription
/// (executor/execPartition.c).
std::string translate_violation_detail(std::string_view detail, const Violation& violation,
                                       const NameTranslator& names);

}  // namespace pgsegue::rules

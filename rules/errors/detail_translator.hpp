#pragma once

#include "rules/errors/name_translator.hpp"

#include <string>
#include <string_view>

namespace pgsegue::rules {

/// Translates the DETAIL of an integrity violation, where names stand beside values that must stay as they
/// are:
///     Key (surname, lower(first_name))=(Turing, alan) already exists.
///     Key (person_id)=(999) is not present in table "people".
///     Failing row contains (id, surname) = (1, null).
/// `sqlstate` tells how the names are written: of foreign keys raw, of indexes as SQL. `message` is the
/// error's M field, which for foreign keys names the relation the columns are of. Source:
/// BuildIndexValueDescription (access/index/genam.c), ri_ReportViolation (utils/adt/ri_triggers.c),
/// ExecBuildSlotValueDescription (executor/execMain.c).
std::string translate_violation_detail(std::string_view detail, std::string_view sqlstate,
                                       std::string_view message, const NameTranslator& names);

}  // namespace pgsegue::rules

#pragma once

#include "rules/physical_state.hpp"
#include "rules/rule_set.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// Where a group of lines was looked for, for messages.
struct StatePlace {
  std::string what;                         ///< "column" or "table"
  std::string where;                        ///< "table person" or "schema public"
  std::span<const std::string_view> names;  ///< all that exist there, for "did you mean"
};

/// The finding that tells an operator what contradicts the catalog and what can be done about it.
Diagnostic describe(const StateProblem& problem, const NameLine& line, const StatePlace& place,
                    const RuleSet& rules);

}  // namespace pgsegue::rules

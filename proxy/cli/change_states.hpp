#pragma once

#include "rules/physical_catalog.hpp"
#include "rules/rule_set.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::cli {

/// How far the server has come with one declared rename.
enum class progress { pending, expanded, done };
std::string_view to_string(progress state);

/// One declared rename and its state.
struct change_state {
  std::string version;  ///< that declares it
  std::string change;   ///< `rename_column person.last_name to surname`
  progress state;
  std::string note;          ///< what it means for reads and inserts; may be empty
  rules::SourcePosition at;  ///< of the new name in the rule file
};

/// In file order. `catalog` must have been found to agree with the rules (rules::build_snapshot).
std::vector<change_state> change_states(const rules::RuleSet& rules, const rules::PhysicalCatalog& catalog);

}  // namespace pgsegue::cli

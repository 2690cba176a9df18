#pragma once

#include "rules/diagnostic.hpp"
#include "rules/rule_set.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// `rules` is null if and only if `diagnostics` holds an error.
struct LoadedRules {
  std::shared_ptr<const RuleSet> rules;
  std::vector<Diagnostic> diagnostics;
};

/// Reads and checks a rule file (docs/rules.md). Everything that can be known without a catalog is checked
/// here; all findings are reported, not only the first.
LoadedRules load_rules(const std::string& path);

/// The same for text already in memory; `file` is the name findings show.
LoadedRules parse_rules(std::string_view text, const std::string& file);

}  // namespace pgsegue::rules

#pragma once

#include "proxy/cli/change_states.hpp"
#include "rules/diagnostic.hpp"

#include <span>
#include <string>
#include <vector>

namespace pgsegue::cli {

/// `2 errors, 1 warning`, or `no findings`.
std::string count_findings(std::span<const rules::Diagnostic> diagnostics);

/// What one database's rule file declares: `shop: versions v1, v2 (rules/shop.yaml)`.
std::string describe_versions(const std::string& database, const rules::RuleSet& rules);

/// One line per declared change with how far the server has come.
std::string describe_states(std::span<const change_state> states);

}  // namespace pgsegue::cli

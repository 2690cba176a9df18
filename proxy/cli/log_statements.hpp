#pragma once

#include "proxy/cli/workload.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pgsegue::cli {

/// The statements in a log of PostgreSQL with `log_statement` or `log_min_duration_statement`, in the format
/// `stderr` with any log_line_prefix, messages in English. Nothing if no line of the text is such an entry.
/// Portals executed again for their next rows count once.
std::optional<std::vector<workload_statement>> read_log(std::string_view text);

}  // namespace pgsegue::cli

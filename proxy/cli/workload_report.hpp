#pragma once

#include "proxy/cli/workload_verdict.hpp"

#include <span>
#include <string>

namespace pgsegue::cli {

/// How many statements of each version are forwarded, rewritten, refused or fail, then the reasons with an
/// example of each.
std::string describe_workload(const workload& workload, std::span<const workload_verdict> verdicts);

}  // namespace pgsegue::cli

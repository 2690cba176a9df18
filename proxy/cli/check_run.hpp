#pragma once

#include "proxy/cli/check_workload.hpp"
#include "proxy/cli/exit_code.hpp"

#include <string>

namespace pgsegue::cli {

/// What `pgsegue check` was told.
struct check_options {
  std::string file, database, dsn, catalog;
  bool live = false, strict = false;
  workload_options workload;
};

/// Checks, prints the findings to standard error and the report to standard output. Throws std::runtime_error
/// where the options do not fit the configuration.
exit_code run_check(const check_options& options);

}  // namespace pgsegue::cli

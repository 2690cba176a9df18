#pragma once

#include "proxy/control/control_login.hpp"
#include "rules/pass_policy.hpp"
#include "rules/snapshot.hpp"

#include <string>
#include <vector>

namespace pgsegue::cli {

/// What `check --workload` was told.
struct workload_options {
  std::string source;   ///< a file's path, or `pg_stat_statements`; empty: no workload
  std::string version;  ///< empty: all of them
  std::vector<std::string> search_path{"public"};

  bool is_on_server() const { return source == "pg_stat_statements"; }
};

struct workload_outcome {
  std::string report;
  bool has_refusals = false, has_failures = false;
};

/// Reads the workload, from the server of `login` if it is there, and judges it for each version; `pass` is
/// the database's. Throws std::runtime_error if it cannot be read or the version is not declared.
workload_outcome check_workload(const workload_options& options, const rules::Snapshot& snapshot,
                                rules::PassPolicy pass, const control::control_login* login);

}  // namespace pgsegue::cli

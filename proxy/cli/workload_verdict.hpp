#pragma once

#include "parser/catalog_view.hpp"
#include "proxy/cli/workload.hpp"
#include "rules/pass_policy.hpp"
#include "rules/snapshot.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pgsegue::cli {

/// Why statements of one version do not get through, and how many there are.
struct workload_reason {
  std::string sqlstate, message;
  std::uint64_t calls = 0;
  const workload_statement* example = nullptr;  ///< the first one
};

/// What becomes of a workload whose clients speak one version.
struct workload_verdict {
  std::string version;
  std::uint64_t forwarded = 0, rewritten = 0, refused = 0;
  /// A database that really has this version would answer with an error: the statement names something that
  /// the version does not have, or is no SQL.
  std::uint64_t failed = 0;
  std::vector<workload_reason> refusals, failures;  ///< most calls first

  std::uint64_t calls() const { return forwarded + rewritten + refused + failed; }
};

/// What the clients' sessions have in common.
struct workload_sessions {
  parser::SearchPath path;
  rules::PassPolicy pass;  ///< of their database
};

/// Rewrites every statement of the workload for one version, in sessions without temporary tables. Where
/// parameters stand in place of constants that the grammar wants (pg_stat_statements' `interval $1`, psql's
/// `:name`), constants are put in. Needs a stack as deep statements do. The verdict points into the workload.
workload_verdict judge(const workload& workload, const rules::Snapshot& snapshot, rules::VersionIndex version,
                       const workload_sessions& sessions);

}  // namespace pgsegue::cli

#include "proxy/cli/check_workload.hpp"

#include "proxy/cli/session_arguments.hpp"
#include "proxy/cli/workload.hpp"
#include "proxy/cli/workload_report.hpp"
#include "proxy/cli/workload_verdict.hpp"
#include "proxy/net/big_stack_thread.hpp"

#include <stdexcept>

namespace pgsegue::cli {
namespace {

workload read_workload(const workload_options& options, const control::control_login* login) {
  workload read = options.is_on_server() && login != nullptr ? read_stat_statements(*login)
                                                             : read_workload_file(options.source);
  if (read.statements.empty()) throw std::runtime_error(read.source + ": there is no statement in it");
  return read;
}

std::vector<rules::VersionIndex> versions_to_judge(const workload_options& options,
                                                   const rules::Snapshot& snapshot) {
  if (!options.version.empty()) return {find_version(snapshot, options.version)};
  std::vector<rules::VersionIndex> all;
  for (std::size_t i = 0; i < snapshot.version_count(); ++i)
    all.push_back(static_cast<rules::VersionIndex>(i));
  return all;
}

std::vector<workload_verdict> judge_on_deep_stack(const workload& workload, const rules::Snapshot& snapshot,
                                                  const workload_options& options, rules::PassPolicy pass) {
  const workload_sessions sessions{make_search_path(options.search_path), pass};
  const auto versions = versions_to_judge(options, snapshot);
  std::vector<workload_verdict> verdicts;
  net::BigStackThread thread;
  thread.start([&] {
    for (const rules::VersionIndex version : versions)
      verdicts.push_back(judge(workload, snapshot, version, sessions));
  });
  thread.join();
  return verdicts;
}

}  // namespace

workload_outcome check_workload(const workload_options& options, const rules::Snapshot& snapshot,
                                rules::PassPolicy pass, const control::control_login* login) {
  const workload workload = read_workload(options, login);
  const auto verdicts = judge_on_deep_stack(workload, snapshot, options, pass);
  workload_outcome outcome{describe_workload(workload, verdicts)};
  for (const workload_verdict& each : verdicts) {
    outcome.has_refusals |= each.refused > 0;
    outcome.has_failures |= each.failed > 0;
  }
  return outcome;
}

}  // namespace pgsegue::cli

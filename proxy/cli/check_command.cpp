#include "proxy/cli/check_run.hpp"
#include "proxy/cli/commands.hpp"
#include "proxy/cli/session_arguments.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace pgsegue::cli {
namespace {

constexpr const char* check_footer =
    R"(Checks the configuration, the rule files and the certificates it names. With --live the rules are also laid over the
catalogs of the configured servers, with --dsn over the catalog of another one, a test database for example; then the
physical state of each change is shown: pending (only the old name exists), expanded (both do) or done (only the new
one does).

With --workload it judges what clients really send: how many statements of each version are forwarded, rewritten,
refused, or fail because they are of another version, and why. FILE holds SQL as for psql, or is the server's log with
log_statement=all; pg_stat_statements is read from the server and weighed by calls.

Exit codes: 0 in order, 1 errors or refused statements (with --strict: warnings and failing statements too), 2 wrong
command line.

Examples:
  pgsegue check -c conf/pgsegue.yaml
  pgsegue check -c conf/pgsegue.yaml --live
  pgsegue check -c conf/pgsegue.yaml --database shop --dsn 'host=localhost dbname=shop_test'
  pgsegue check -c conf/pgsegue.yaml --catalog tables.yaml --workload queries.sql --workload-version v1
  pgsegue check -c conf/pgsegue.yaml --live --workload pg_stat_statements)";

/// What one option alone cannot tell.
void check_combination(const check_options& options) {
  const workload_options& workload = options.workload;
  if (workload.source.empty()) return;
  if (options.catalog.empty() && options.dsn.empty() && !options.live)
    throw CLI::RequiredError("--live, --dsn or --catalog, which --workload needs,");
  if (workload.is_on_server() && !options.catalog.empty())
    throw CLI::ExcludesError("--catalog", "--workload pg_stat_statements, which is read from a server");
}

}  // namespace

void add_check(CLI::App& program, action& chosen) {
  CLI::App* const command = program.add_subcommand(
      "check", "Check the configuration and the rule files, also against a live catalog");
  command->footer(check_footer);
  command->set_version_flag("--version", "pgsegue " PGSEGUE_VERSION);
  const auto options = std::make_shared<check_options>();
  command->add_option("-c,--config", options->file, "Configuration file")->required()->type_name("FILE");
  CLI::Option* const live = command->add_flag(
      "--live", options->live, "Compare the rules with the catalogs of the configured servers");
  CLI::Option* const dsn =
      command
          ->add_option("--dsn", options->dsn, "Compare the rules with the catalog of this database instead")
          ->type_name("DSN");
  dsn->excludes(live);
  command
      ->add_option("--catalog", options->catalog,
                   "Compare the rules with the tables that this YAML file lists, as explain does")
      ->type_name("FILE")
      ->excludes(live)
      ->excludes(dsn);
  command->add_option("--database", options->database, "Only the rules of this configured database")
      ->type_name("NAME");
  command->add_flag("--strict", options->strict, "Warnings count as errors");
  CLI::Option* const workload =
      command
          ->add_option("--workload", options->workload.source,
                       "Show what becomes of these statements: SQL, a server's log, or pg_stat_statements")
          ->type_name("FILE|pg_stat_statements");
  command
      ->add_option("--workload-version", options->workload.version,
                   "The workload's version; else all are shown")
      ->type_name("NAME")
      ->needs(workload);
  add_search_path(*command, options->workload.search_path)->needs(workload);
  command->callback([&chosen, options] {
    check_combination(*options);
    chosen = [options] { return run_check(*options); };
  });
}

}  // namespace pgsegue::cli

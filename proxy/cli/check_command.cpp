#include "proxy/cli/check_report.hpp"
#include "proxy/cli/commands.hpp"
#include "proxy/cli/live_catalog.hpp"
#include "proxy/cli/terminal.hpp"
#include "proxy/config/load_config.hpp"
#include "proxy/net/tls_context.hpp"
#include "rules/build_snapshot.hpp"
#include "rules/did_you_mean.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <stdexcept>

namespace pgsegue::cli {
namespace {

constexpr const char* footer =
    R"(Checks the configuration, the rule files and the certificates it names. With --live the rules are also laid over the
catalogs of the configured servers, with --dsn over the catalog of another one, a test database for example; then the
physical state of each change is shown: pending (only the old name exists), expanded (both do) or done (only the new
one does).

Exit codes: 0 in order, 1 errors (with --strict: warnings too), 2 wrong command line.

Examples:
  pgsegue check -c conf/pgsegue.yaml
  pgsegue check -c conf/pgsegue.yaml --live
  pgsegue check -c conf/pgsegue.yaml --database shop --dsn 'host=localhost dbname=shop_test')";

struct check_options {
  std::string file, database, dsn;
  bool live = false, strict = false;
};

/// One run of the command: collects findings and prints as it goes.
class check_run {
 public:
  explicit check_run(const check_options& options) : options_(options) {}

  exit_code run() {
    const config::LoadResult loaded = config::load_config(options_.file);
    findings_ = loaded.diagnostics;
    if (loaded.config) check(*loaded.config);
    print(stderr, findings_);
    std::fputs((options_.file + ": " + count_findings(findings_) + "\n").c_str(), stdout);
    std::fputs(report_.c_str(), stdout);
    const bool in_order = options_.strict ? findings_.empty() : !rules::has_errors(findings_);
    return in_order ? exit_code::ok : exit_code::findings;
  }

 private:
  void check(const config::Config& config) {
    check_certificates(config);
    const std::vector<const config::Database*> ruled = databases_to_check(config);
    if (!options_.dsn.empty() && ruled.size() > 1) {
      throw std::runtime_error(
          "several databases have rules\n  hint: say with --database which ones to compare");
    }
    for (const config::Database* const database : ruled) {
      report_ += describe_versions(database->name, *database->rule_set);
      if (options_.live) check_live(*database, control::login_for(config, *database));
      if (!options_.dsn.empty()) check_live(*database, login_from_dsn(options_.dsn));
    }
  }

  std::vector<const config::Database*> databases_to_check(const config::Config& config) const {
    std::vector<const config::Database*> chosen;
    std::vector<std::string_view> names;
    for (const config::Database& database : config.databases) {
      if (!database.rule_set) continue;
      names.push_back(database.name);
      if (options_.database.empty() || options_.database == database.name) chosen.push_back(&database);
    }
    if (!options_.database.empty() && chosen.empty()) {
      throw std::runtime_error("no database \"" + options_.database +
                               "\" with rules is configured\n  hint: " +
                               rules::hint_for_unknown(options_.database, names, "databases with rules"));
    }
    return chosen;
  }

  void check_certificates(const config::Config& config) {
    try {
      if (config.client_tls.mode != session::ClientTls::disable) net::make_client_tls(config.client_tls);
      if (config.server_tls.mode != session::SslMode::disable) net::make_server_tls(config.server_tls);
    } catch (const std::runtime_error& failure) {
      add_error(options_.file, failure.what());
    }
  }

  void check_live(const config::Database& database, const control::control_login& login) {
    try {
      const auto catalog = read_live_catalog(login);
      rules::BuiltSnapshot built = rules::build_snapshot(catalog, database.rule_set, 1);
      findings_.insert(findings_.end(), built.diagnostics.begin(), built.diagnostics.end());
      if (built.snapshot) report_ += describe_states(change_states(*database.rule_set, *catalog));
    } catch (const std::runtime_error& failure) {
      add_error(control::to_text(login), failure.what());
    }
  }

  void add_error(std::string where, std::string what) {
    rules::Diagnostic finding;
    finding.file = std::move(where);
    finding.message = std::move(what);
    findings_.push_back(std::move(finding));
  }

  const check_options& options_;
  std::vector<rules::Diagnostic> findings_;
  std::string report_;
};

}  // namespace

void add_check(CLI::App& program, action& chosen) {
  CLI::App* const command = program.add_subcommand(
      "check", "Check the configuration and the rule files, also against a live catalog");
  command->footer(footer);
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
  command->add_option("--database", options->database, "Only the rules of this configured database")
      ->type_name("NAME");
  command->add_flag("--strict", options->strict, "Warnings count as errors");
  command->callback([&chosen, options] { chosen = [options] { return check_run(*options).run(); }; });
}

}  // namespace pgsegue::cli

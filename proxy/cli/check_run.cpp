#include "proxy/cli/check_run.hpp"

#include "proxy/cli/catalog_file.hpp"
#include "proxy/cli/check_report.hpp"
#include "proxy/cli/code_mentions.hpp"
#include "proxy/cli/live_catalog.hpp"
#include "proxy/cli/terminal.hpp"
#include "proxy/config/load_config.hpp"
#include "proxy/net/tls_context.hpp"
#include "rules/build_snapshot.hpp"
#include "rules/did_you_mean.hpp"

#include <memory>
#include <stdexcept>

namespace pgsegue::cli {
namespace {

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
    const bool in_order =
        options_.strict ? findings_.empty() && !workload_fails_ : !rules::has_errors(findings_);
    return in_order && !workload_is_refused_ ? exit_code::ok : exit_code::findings;
  }

 private:
  void check(const config::Config& config) {
    check_certificates(config);
    const std::vector<const config::Database*> ruled = databases_to_check(config);
    if (is_about_one() && ruled.size() > 1) {
      throw std::runtime_error(
          "several databases have rules\n  hint: say with --database which ones to compare");
    }
    if (!options_.workload.source.empty() && ruled.empty())
      throw std::runtime_error("no database with rules is configured, so that nothing is rewritten");
    for (const config::Database* const database : ruled) {
      report_ += describe_versions(database->name, *database->rule_set);
      if (options_.live) check_live(*database, control::login_for(config, *database));
      if (!options_.dsn.empty()) check_live(*database, login_from_dsn(options_.dsn));
      if (!options_.catalog.empty()) check_described(*database);
    }
  }

  /// A DSN, a description and a file of statements belong to one database.
  bool is_about_one() const {
    const workload_options& workload = options_.workload;
    return !options_.dsn.empty() || !options_.catalog.empty() ||
           (!workload.source.empty() && !workload.is_on_server());
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
    std::shared_ptr<const rules::PhysicalCatalog> catalog;
    try {
      catalog = read_live_catalog(login);
    } catch (const std::runtime_error& failure) {
      return add_error(control::to_text(login), failure.what());
    }
    check_catalog(database, catalog, &login);
  }

  void check_described(const config::Database& database) {
    CatalogResult read = read_catalog_file(options_.catalog);
    add_findings(read.diagnostics);
    if (read.catalog) check_catalog(database, read.catalog, nullptr);
  }

  void check_catalog(const config::Database& database,
                     const std::shared_ptr<const rules::PhysicalCatalog>& catalog,
                     const control::control_login* login) {
    const rules::BuiltSnapshot built = rules::build_snapshot(catalog, database.rule_set, 1);
    add_findings(built.diagnostics);
    if (!built.snapshot) return;
    report_ += describe_states(change_states(*database.rule_set, *catalog));
    if (login != nullptr) {
      ask_server(*database.rule_set, built.supplied, *login);
      add_code_mentions(*database.rule_set, *login);
    }
    if (options_.workload.source.empty()) return;
    const rules::PassPolicy pass{.ddl = database.on_ddl == config::OnDdl::raw,
                                 .code = database.on_code == config::OnCode::forward};
    const workload_outcome outcome = check_workload(options_.workload, *built.snapshot, pass, login);
    report_ += "\n" + outcome.report;
    workload_is_refused_ |= outcome.has_refusals;
    workload_fails_ |= outcome.has_failures;
  }

  void ask_server(const rules::RuleSet& rules, const std::vector<rules::SuppliedColumn>& supplied,
                  const control::control_login& login) {
    try {
      add_findings(check_on_server(login, rules, supplied));
    } catch (const std::runtime_error& failure) {
      add_error(control::to_text(login), failure.what());
    }
  }

  void add_code_mentions(const rules::RuleSet& rules, const control::control_login& login) {
    try {
      report_ += describe_mentions(read_code_mentions(login, rules));
    } catch (const std::runtime_error& failure) {
      add_error(control::to_text(login), failure.what());
    }
  }

  void add_findings(const std::vector<rules::Diagnostic>& more) {
    findings_.insert(findings_.end(), more.begin(), more.end());
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
  bool workload_is_refused_ = false, workload_fails_ = false;
};

}  // namespace

exit_code run_check(const check_options& options) {
  return check_run(options).run();
}

}  // namespace pgsegue::cli

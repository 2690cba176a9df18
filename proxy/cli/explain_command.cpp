#include "proxy/cli/catalog_file.hpp"
#include "proxy/cli/commands.hpp"
#include "proxy/cli/explanation.hpp"
#include "proxy/cli/explanation_text.hpp"
#include "proxy/cli/live_catalog.hpp"
#include "proxy/cli/session_arguments.hpp"
#include "proxy/cli/terminal.hpp"
#include "proxy/net/big_stack_thread.hpp"
#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace pgsegue::cli {
namespace {

constexpr const char* explain_footer =
    R"(Shows what pgsegue makes of a statement of that version: the text it sends to the server, or why it refuses it; and for
every name what it means to the client, what it is on the server, and which declared change makes the difference.

It needs to know the tables: from a database (--dsn) or from a description (--catalog):
  tables:
    - { name: person, columns: [id, first_name, last_name] }
    - { name: archive.person, columns: [id, last_name] }

Exit codes: 0 forwarded or rewritten, 1 refused, an error, or findings in a file, 2 wrong command line.

Examples:
  pgsegue explain --rules shop.yaml --version v1 --dsn dbname=shop 'SELECT last_name FROM person'
  pgsegue explain --rules shop.yaml --version v1 --catalog tables.yaml - < report.sql)";

struct explain_options {
  std::string rules, version, dsn, catalog, statement;
  std::vector<std::string> search_path{"public"};
};

std::shared_ptr<const rules::RuleSet> load(const std::string& file) {
  rules::LoadedRules loaded = rules::load_rules(file);
  print(stderr, loaded.diagnostics);
  return loaded.rules;
}

std::shared_ptr<const rules::PhysicalCatalog> read_catalog(const explain_options& options) {
  if (!options.dsn.empty()) return read_live_catalog(login_from_dsn(options.dsn));
  CatalogResult read = read_catalog_file(options.catalog);
  print(stderr, read.diagnostics);
  return read.catalog;
}

std::string statement_text(const std::string& argument) {
  if (argument != "-") return argument;
  std::string text{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
  return text;
}

explanation explain_on_deep_stack(const std::string& statement, const rules::Snapshot& snapshot,
                                  rules::VersionIndex version, const parser::SearchPath& path) {
  explanation result;
  net::BigStackThread thread;
  thread.start([&] { result = explain(statement, snapshot, version, path); });
  thread.join();
  return result;
}

exit_code run(const explain_options& options) {
  const auto rules = load(options.rules);
  const auto catalog = rules ? read_catalog(options) : nullptr;
  if (!catalog) return exit_code::findings;
  const rules::BuiltSnapshot built = rules::build_snapshot(catalog, rules, 1);
  print(stderr, built.diagnostics);
  if (!built.snapshot) return exit_code::findings;
  const std::string statement = statement_text(options.statement);
  const explanation explained =
      explain_on_deep_stack(statement, *built.snapshot, find_version(*built.snapshot, options.version),
                            make_search_path(options.search_path));
  std::fputs(to_text(explained, statement, options.version).c_str(), stdout);
  const bool fails = explained.action == rules::Rewrite::Action::refuse || explained.names.problem;
  return fails ? exit_code::findings : exit_code::ok;
}

}  // namespace

void add_explain(CLI::App& program, action& chosen) {
  CLI::App* const command = program.add_subcommand("explain", "Show how a statement is rewritten, and why");
  command->footer(explain_footer);
  const auto options = std::make_shared<explain_options>();
  command->add_option("--rules", options->rules, "Rule file")->required()->type_name("FILE");
  command->add_option("--version", options->version, "Version the statement is written for")
      ->required()
      ->type_name("NAME");
  CLI::Option_group* const source = command->add_option_group("catalog", "Where the tables are described");
  source->add_option("--dsn", options->dsn, "libpq connection string or URI of a database")->type_name("DSN");
  source->add_option("--catalog", options->catalog, "YAML file that lists tables and columns")
      ->type_name("FILE");
  source->require_option(1);
  add_search_path(*command, options->search_path);
  command->add_option("statement", options->statement, "The statement, or - to read it from standard input")
      ->required()
      ->type_name("SQL");
  command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace pgsegue::cli

#include "proxy/cli/commands.hpp"
#include "proxy/cli/logging.hpp"
#include "proxy/cli/terminal.hpp"
#include "proxy/config/load_config.hpp"
#include "proxy/net/server.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace pgsegue::cli {
namespace {

constexpr const char* serve_footer = R"(Signals:
  HUP           read the configuration, rule files and certificates again; with errors the old ones stay in force
  TERM, INT     drain: accept nobody, end sessions at their next idle moment; a second one ends at once

Exit codes: 0 ended by a signal, 1 could not start, 2 wrong command line.)";

exit_code serve(const std::string& file) {
  const config::LoadResult loaded = config::load_config(file);
  if (!loaded.config) {
    print(stderr, loaded.diagnostics);
    return exit_code::findings;
  }
  start_logging(loaded.config->logging);
  log(loaded.diagnostics);
  return net::run_server(*loaded.config) == 0 ? exit_code::ok : exit_code::findings;
}

}  // namespace

void add_serve(CLI::App& program, action& chosen) {
  CLI::App* const command = program.add_subcommand("serve", "Serve clients until a signal ends it");
  command->footer(serve_footer);
  command->set_version_flag("--version", "pgsegue " PGSEGUE_VERSION);
  const auto file = std::make_shared<std::string>();
  command->add_option("-c,--config", *file, "Configuration file")->required()->type_name("FILE");
  command->callback([&chosen, file] { chosen = [file] { return serve(*file); }; });
}

}  // namespace pgsegue::cli

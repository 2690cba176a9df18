#include "proxy/cli/commands.hpp"
#include "proxy/cli/usage_error.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <iostream>
#include <unistd.h>

namespace pgsegue::cli {
namespace {

constexpr const char* description =
    "pgsegue: a PostgreSQL proxy that lets clients written for different versions of a schema work on one "
    "database.";

constexpr const char* program_footer = R"(Examples:
  pgsegue serve -c /etc/pgsegue/pgsegue.yaml
  pgsegue check -c /etc/pgsegue/pgsegue.yaml --live
  pgsegue explain --rules shop.yaml --version v1 --dsn dbname=shop 'SELECT last_name FROM person'

Exit codes:
  0  all is well
  1  findings: errors in a file, a refused statement, a server that could not start
  2  the command line is wrong

`pgsegue COMMAND --help` shows the options of a command; pgsegue(1) has it all.)";

exit_code parse_and_run(CLI::App& program, const action& chosen, int argc, char** argv) {
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& help_or_version) {
    program.exit(help_or_version);
    return exit_code::ok;
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "pgsegue: %s\nTry 'pgsegue --help'.\n",
                 describe_usage_error(program, error).c_str());
    return exit_code::usage;
  }
  return chosen();
}

/// The number of a standard stream that is closed would be the next socket's, and what is logged would go
/// into somebody's conversation.
void open_standard_streams() {
  int fd = 0;
  while (fd >= 0 && fd <= STDERR_FILENO)
    fd = ::open("/dev/null", O_RDWR);
  if (fd > STDERR_FILENO) ::close(fd);
}

}  // namespace
}  // namespace pgsegue::cli

int main(int argc, char** argv) {
  using namespace pgsegue::cli;
  open_standard_streams();
  try {
    CLI::App program(description, "pgsegue");
    program.footer(program_footer);
    program.set_version_flag("--version", "pgsegue " PGSEGUE_VERSION);
    program.require_subcommand(1);
    action chosen;
    add_serve(program, chosen);
    add_check(program, chosen);
    add_explain(program, chosen);
    return static_cast<int>(parse_and_run(program, chosen, argc, argv));
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "pgsegue: %s\n", failure.what());
    return static_cast<int>(exit_code::findings);
  }
}

#pragma once

#include <string>
#include <vector>

namespace pgsegue::testing {

struct program_result {
  int exit_code = -1;
  std::string output;  ///< standard output and standard error
};

/// Runs a program to its end with `input` as its standard input. Throws std::system_error if it cannot be
/// started.
program_result run_program(const std::vector<std::string>& command, const std::string& input = {});

}  // namespace pgsegue::testing

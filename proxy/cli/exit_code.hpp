#pragma once

namespace pgsegue::cli {

/// The program's exit codes, as --help and pgsegue(1) list them.
enum class exit_code : int {
  ok = 0,
  findings = 1,  ///< what was looked at is not in order, or the server could not run
  usage = 2,     ///< the command line is wrong
};

}  // namespace pgsegue::cli

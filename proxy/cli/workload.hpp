#pragma once

#include "proxy/control/control_login.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pgsegue::cli {

struct workload_statement {
  std::string text;
  std::uint64_t calls = 1;
  std::size_t line = 0;  ///< of the file, from 1; 0: from a server
};

/// What clients have sent, from whatever source.
struct workload {
  std::string source;  ///< the file's name, or `pg_stat_statements`
  std::vector<workload_statement> statements;
};

/// Reads a script as psql would send it (parser/script.hpp), or a server's log in the format `stderr`. Throws
/// std::runtime_error with place and reason.
workload read_workload_file(const std::string& path);

/// Reads what the extension pg_stat_statements has counted in the database of this login: what clients sent
/// themselves, not what functions did for them. Throws std::runtime_error with the reason.
workload read_stat_statements(const control::control_login& login);

}  // namespace pgsegue::cli

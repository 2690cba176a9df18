#pragma once

#include "proxy/config/config.hpp"
#include "rules/diagnostic.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pgsegue::config {

struct LoadResult {
  /// Absent if there is an error among the diagnostics.
  std::optional<Config> config;
  /// All findings of the configuration file and of the rule files it names.
  std::vector<rules::Diagnostic> diagnostics;
};

/// The password of the control connections if neither the file nor a file named there gives one: environment
/// variable PGSEGUE_CONTROL_PASSWORD.
std::string control_password_from_environment();

/// Reads and checks a configuration file with everything it names: paths are relative to its directory, and
/// are absolute in the result. Connects to nothing. Never throws on what the files hold.
LoadResult load_config(const std::string& path,
                       const std::string& environment_password = control_password_from_environment());

}  // namespace pgsegue::config

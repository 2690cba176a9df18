#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::wire {

/// A setting given in the start-up parameter `options`.
struct StartupOption {
  std::string name;
  std::string value;
};

/// Finds the settings in `options`: `-c name=value`, `-cname=value`, `--name=value`. Words are separated by
/// white space, a backslash takes the next character as it is; other switches are skipped. Dashes in the name
/// of a setting become underscores. Source: pg_split_opts (postinit.c), process_postgres_switches and
/// ParseLongOption (guc.c).
std::vector<StartupOption> parse_startup_options(std::string_view options);

}  // namespace pgsegue::wire

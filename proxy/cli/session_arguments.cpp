#include "proxy/cli/session_arguments.hpp"

#include "rules/did_you_mean.hpp"
#include "rules/rule_set.hpp"

#include <CLI/CLI.hpp>

#include <stdexcept>

namespace pgsegue::cli {

rules::VersionIndex find_version(const rules::Snapshot& snapshot, const std::string& name) {
  if (const auto found = snapshot.find_version(name)) return *found;
  const std::vector<std::string> declared = snapshot.rules().version_names();
  const std::vector<std::string_view> names(declared.begin(), declared.end());
  throw std::runtime_error("version \"" + name + "\" is not declared in " + snapshot.rules().file() +
                           "\n  hint: " + rules::hint_for_unknown(name, names, "declared versions"));
}

CLI::Option* add_search_path(CLI::App& command, std::vector<std::string>& schemas) {
  return command.add_option("--search-path", schemas, "Schemas that unqualified names are looked up in")
      ->type_name("SCHEMA")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->capture_default_str();
}

parser::SearchPath make_search_path(std::span<const std::string> schemas) {
  parser::SearchPath path{parser::Identifier::from_catalog("pg_catalog")};
  for (const std::string& schema : schemas)
    path.push_back(parser::Identifier::from_catalog(schema));
  return path;
}

}  // namespace pgsegue::cli

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "rules/version_view.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/rules/catalog_text.hpp"

#include <string>

namespace pgsegue::fuzz {
namespace {

const std::shared_ptr<const rules::PhysicalCatalog>& catalog() {
  static const auto made = rules::catalog_of(
      "# catalog: person(id, first_name, last_name)\n# catalog: people(id, surname)\n"
      "# catalog: account(id, last_name, Name)\n# catalog: orders(id, a, b)\n# catalog: child(id, a, b) "
      "inherits orders\n"
      "# catalog: archive.person(id, last_name)\n");
  return made;
}

void require_consistent(bool made, const std::vector<rules::Diagnostic>& findings, std::string_view input) {
  require(made != rules::has_errors(findings), "no result and no error, or both", input);
  for (const rules::Diagnostic& each : findings)
    require(!rules::render(each, false).empty() && !each.message.empty(), "an empty finding", input);
}

}  // namespace

void rule_file(std::string_view input) {
  const rules::LoadedRules loaded = rules::parse_rules(input, "fuzz.yaml");
  require_consistent(loaded.rules != nullptr, loaded.diagnostics, input);
  if (loaded.rules == nullptr) return;
  const rules::BuiltSnapshot built = rules::build_snapshot(catalog(), loaded.rules, 1);
  require_consistent(built.snapshot != nullptr, built.diagnostics, input);
}

}  // namespace pgsegue::fuzz

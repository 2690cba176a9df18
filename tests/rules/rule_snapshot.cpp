#include "tests/rules/rule_snapshot.hpp"

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "tests/rules/catalog_text.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace pgsegue::rules {
namespace {

std::string read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::shared_ptr<const Snapshot> snapshot_of_rules(const std::string& path) {
  const std::string text = read_whole(path);
  CatalogRows rows = catalog_rows(text);
  for (const char* function : {"lower", "upper", "count", "max", "now", "nextval"}) {
    rows.functions.push_back({function, 0});
  }
  const LoadedRules loaded = parse_rules(text, path);
  for (const Diagnostic& finding : loaded.diagnostics)
    ADD_FAILURE() << render(finding, false);
  if (loaded.rules == nullptr) return nullptr;
  BuiltSnapshot built =
      build_snapshot(std::make_shared<const PhysicalCatalog>(std::move(rows)), loaded.rules, 1);
  for (const Diagnostic& finding : built.diagnostics)
    ADD_FAILURE() << render(finding, false);
  return built.snapshot;
}

}  // namespace pgsegue::rules

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "tests/rules/catalog_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

// Every rule file of tests/data/rules has beside it what pgsegue makes of it: the findings, or what each
// version sees of the catalog that the file's "# catalog:" comments describe. With PGSEGUE_REWRITE_EXPECTED
// set, that is written there, to be reviewed.

namespace pgsegue::rules {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

std::vector<std::string> rule_files() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(PGSEGUE_TEST_DATA "/rules")) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string render_all(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics)
    out += render(diagnostic, false);
  return out;
}

std::string outcome(const std::string& text, const std::string& name) {
  const LoadedRules loaded = parse_rules(text, name);
  EXPECT_EQ(loaded.rules == nullptr, has_errors(loaded.diagnostics));
  if (loaded.rules == nullptr || text.find("# catalog: ") == std::string::npos)
    return loaded.diagnostics.empty() ? "no finding\n" : render_all(loaded.diagnostics);
  const BuiltSnapshot built = build_snapshot(catalog_of(text), loaded.rules, 1);
  EXPECT_EQ(built.snapshot == nullptr, has_errors(built.diagnostics));
  return render_all(built.diagnostics) +
         (built.snapshot == nullptr ? std::string() : print_views(*built.snapshot));
}

class rule_files_test : public testing::TestWithParam<std::string> {};

TEST_P(rule_files_test, makes_of_the_file_what_stands_beside_it) {
  const fs::path base = fs::path(PGSEGUE_TEST_DATA "/rules") / GetParam();
  const std::string text = read(base.string() + ".yaml");
  ASSERT_FALSE(text.empty());
  const std::string found = outcome(text, GetParam() + ".yaml");
  if (std::getenv("PGSEGUE_REWRITE_EXPECTED") != nullptr) std::ofstream(base.string() + ".expected") << found;
  EXPECT_EQ(found, read(base.string() + ".expected"));
}

INSTANTIATE_TEST_SUITE_P(data, rule_files_test, testing::ValuesIn(rule_files()),
                         [](const auto& parameter) { return parameter.param; });

TEST(rule_files, are_there) {
  EXPECT_GE(rule_files().size(), 60u);
}

}  // namespace
}  // namespace pgsegue::rules

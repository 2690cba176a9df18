#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "tests/rules/catalog_text.hpp"

#include <gtest/gtest.h>

#include <random>

// A file that is damaged anywhere is refused with a finding, or understood; it never does harm.

namespace pgsegue::rules {
namespace {

constexpr std::string_view whole_file = R"(# catalog: person(id, first_name, last_name)
# catalog: account(id, last_name)
database: shop
physical: v1
versions:
  - name: v1
  - name: v2
    changes:
      - rename_column: { table: person, from: last_name, to: surname, expanded: true }
      - rename_column: { table: account, from: '"last_name"', to: '"Name"' }
  - name: v3
    changes:
      - rename_table: { from: public.person, to: people }
      - rename_column: { table: person, from: surname, to: first_name }
      - rename_column: { table: person, from: first_name, to: surname }
)";

std::string mutate(std::mt19937& random) {
  static constexpr std::string_view bytes = " \n:-{},'\".#&*!|>%@`_av12\t\\\xC3";
  std::string mutated(whole_file);
  for (std::size_t n = 1 + random() % 3; n > 0; --n) {
    const std::size_t at = random() % mutated.size(), length = random() % 8;
    switch (random() % 3) {
      case 0:
        mutated[at] = bytes[random() % bytes.size()];
        break;
      case 1:
        mutated.erase(at, length);
        break;
      default:
        mutated.insert(at, mutated.substr(random() % mutated.size(), length));
    }
  }
  return mutated;
}

TEST(rule_files_mutation, a_damaged_file_is_refused_or_understood) {
  std::mt19937 random(20240608);
  const auto catalog = catalog_of(whole_file);
  ASSERT_TRUE(build_snapshot(catalog, parse_rules(whole_file, "t.yaml").rules, 1).snapshot);
  int understood = 0;
  for (int round = 0; round < 3000; ++round) {
    const LoadedRules loaded = parse_rules(mutate(random), "t.yaml");
    ASSERT_EQ(loaded.rules == nullptr, has_errors(loaded.diagnostics));
    if (loaded.rules == nullptr) continue;
    ++understood;
    const BuiltSnapshot built = build_snapshot(catalog, loaded.rules, 1);
    ASSERT_EQ(built.snapshot == nullptr, has_errors(built.diagnostics));
  }
  EXPECT_GT(understood, 100);
}

}  // namespace
}  // namespace pgsegue::rules

#include "rules/version_setting.hpp"

#include <gtest/gtest.h>

namespace pgsegue::rules {
namespace {

bool sets(std::string_view text) {
  std::vector<parser::Token> tokens;
  EXPECT_EQ(scan(text, {}, tokens), parser::ScanStatus::ok) << text;
  return sets_version(text, tokens);
}

TEST(version_setting, is_seen_however_it_is_written) {
  for (const char* text :
       {"SET pgsegue.version = 'v2'", "set local PGSEGUE.Version to v2",
        "SET SESSION \"pgsegue\".\"version\" = v2", "SET \"pgsegue.version\" = 'v2'", "RESET pgsegue.version",
        "SELECT 1; SET pgsegue . version = 'v2'", "SET U&\"pgsegue\\002eversion\" = 'v2'",
        "SELECT set_config('pgsegue.version', 'v2', false)",
        "SELECT pg_catalog.\"set_config\"('PgSegue.Version', 'v2', false)"}) {
    EXPECT_TRUE(sets(text)) << text;
  }
}

TEST(version_setting, other_statements_are_not_it) {
  for (const char* text :
       {"SHOW pgsegue.version", "SELECT current_setting('pgsegue.version')", "SET a.version = 'v2'",
        "SET pgsegue.other = 'v2'", "UPDATE pgsegue SET version = 'v2'", "RESET ALL",
        "SELECT set_config('search_path', 'a', false)",
        "SELECT set_config('a.b', 'c', false); SELECT 'pgsegue.version'", ""}) {
    EXPECT_FALSE(sets(text)) << text;
  }
}

}  // namespace
}  // namespace pgsegue::rules

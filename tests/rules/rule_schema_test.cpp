#include "rules/rule_keys.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <span>

// The schema that editors use and the reader know the same keys. That the schema accepts what the reader
// accepts is shown on files by tests/integration/test_schemas.py.

namespace pgsegue::rules {
namespace {

using string_set = std::set<std::string>;

nlohmann::json schema() {
  return nlohmann::json::parse(std::ifstream(PGSEGUE_TEST_DATA "/../../conf/pgsegue-rules.schema.json"));
}

string_set as_set(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

string_set keys_of(const nlohmann::json& section) {
  EXPECT_EQ(section.at("additionalProperties"), false);
  string_set keys;
  for (const auto& [key, value] : section.at("properties").items())
    keys.insert(key);
  return keys;
}

TEST(rule_schema, lists_the_keys_the_reader_accepts) {
  const nlohmann::json all = schema();
  EXPECT_EQ(keys_of(all), as_set(keys::file));
  EXPECT_EQ(keys_of(all["$defs"]["version"]), as_set(keys::version));
  EXPECT_EQ(keys_of(all["$defs"]["rename_column"]), as_set(keys::rename_column));
  EXPECT_EQ(keys_of(all["$defs"]["rename_table"]), as_set(keys::rename_table));
}

TEST(rule_schema, lists_the_changes_that_are_supported) {
  EXPECT_EQ(keys_of(schema()["$defs"]["change"]), as_set(keys::supported_changes));
}

}  // namespace
}  // namespace pgsegue::rules

#include "rules/rule_keys.hpp"
#include "tests/support/json_schema.hpp"

#include <gtest/gtest.h>

// The schema that editors use and the reader know the same keys. That the schema accepts what the reader
// accepts is shown on files by tests/integration/test_schemas.py.

namespace pgsegue::rules {
namespace {

using test::as_set;
using test::keys_of;

nlohmann::json schema() {
  return test::read_schema("pgsegue-rules.schema.json");
}

TEST(rule_schema, lists_the_keys_the_reader_accepts) {
  const nlohmann::json all = schema();
  EXPECT_EQ(keys_of(all), as_set(keys::file));
  EXPECT_EQ(keys_of(all["$defs"]["version"]), as_set(keys::version));
  EXPECT_EQ(keys_of(all["$defs"]["rename_column"]), as_set(keys::rename_column));
  EXPECT_EQ(keys_of(all["$defs"]["add_column"]), as_set(keys::add_column));
  EXPECT_EQ(keys_of(all["$defs"]["drop_column"]), as_set(keys::drop_column));
  EXPECT_EQ(keys_of(all["$defs"]["rename_table"]), as_set(keys::rename_table));
  EXPECT_EQ(keys_of(all["$defs"]["rename_schema"]), as_set(keys::rename_schema));
  EXPECT_EQ(keys_of(all["$defs"]["rename_sequence"]), as_set(keys::rename_sequence));
  EXPECT_EQ(keys_of(all["$defs"]["rename_constraint"]), as_set(keys::rename_constraint));
  EXPECT_EQ(keys_of(all["$defs"]["rename_type"]), as_set(keys::rename_type));
}

TEST(rule_schema, lists_the_changes_that_are_supported) {
  EXPECT_EQ(keys_of(schema()["$defs"]["change"]), as_set(keys::supported_changes));
}

}  // namespace
}  // namespace pgsegue::rules

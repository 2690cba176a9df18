#include "proxy/config/keys.hpp"
#include "proxy/config/words.hpp"
#include "tests/support/json_schema.hpp"

#include <gtest/gtest.h>

namespace pgsegue::config {
namespace {

using test::as_set;
using test::keys_of;
using test::string_set;

nlohmann::json schema() {
  return test::read_schema("pgsegue.schema.json");
}

string_set words_of(const nlohmann::json& property) {
  return property.at("enum").get<string_set>();
}

TEST(Schema, ListsTheKeysTheLoaderAccepts) {
  const nlohmann::json all = schema();
  EXPECT_EQ(keys_of(all), as_set(keys::file));
  const nlohmann::json& sections = all.at("$defs");
  EXPECT_EQ(keys_of(sections.at("listener")), as_set(keys::listener));
  EXPECT_EQ(keys_of(sections.at("server")), as_set(keys::server));
  EXPECT_EQ(keys_of(sections.at("database")), as_set(keys::database));
  EXPECT_EQ(keys_of(sections.at("client_tls")), as_set(keys::client_tls));
  EXPECT_EQ(keys_of(sections.at("server_tls")), as_set(keys::server_tls));
  EXPECT_EQ(keys_of(sections.at("verifiers")), as_set(keys::verifiers));
  EXPECT_EQ(keys_of(sections.at("limits")), as_set(keys::limits));
  EXPECT_EQ(keys_of(sections.at("logging")), as_set(keys::logging));
}

TEST(Schema, ListsTheWordsTheLoaderAccepts) {
  const nlohmann::json sections = schema().at("$defs");
  EXPECT_EQ(words_of(sections["database"]["properties"]["auth"]), as_set(words::auth_mode));
  EXPECT_EQ(words_of(sections["client_tls"]["properties"]["mode"]), as_set(words::client_tls));
  EXPECT_EQ(words_of(sections["server_tls"]["properties"]["mode"]), as_set(words::ssl_mode));
  EXPECT_EQ(words_of(sections["logging"]["properties"]["level"]), as_set(words::log_level));
}

}  // namespace
}  // namespace pgsegue::config

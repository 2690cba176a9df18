#include "proxy/config/keys.hpp"
#include "proxy/config/words.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <span>

namespace pgsegue::config {
namespace {

using string_set = std::set<std::string>;

nlohmann::json schema() {
  return nlohmann::json::parse(std::ifstream(PGSEGUE_TEST_DATA "/../../conf/pgsegue.schema.json"));
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

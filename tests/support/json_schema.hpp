#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <span>
#include <string>
#include <string_view>

// Reads the JSON Schemas that ship in conf/, to compare them with what the loaders accept. Needs
// PGSEGUE_TEST_DATA.

namespace pgsegue::test {

using string_set = std::set<std::string>;

/// `file`: a name in conf/. Throws if it is no JSON.
inline nlohmann::json read_schema(const std::string& file) {
  return nlohmann::json::parse(std::ifstream(PGSEGUE_TEST_DATA "/../../conf/" + file));
}

inline string_set as_set(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

/// The keys of a section, which must allow no others.
inline string_set keys_of(const nlohmann::json& section) {
  EXPECT_EQ(section.at("additionalProperties"), false);
  string_set keys;
  for (const auto& [key, value] : section.at("properties").items())
    keys.insert(key);
  return keys;
}

}  // namespace pgsegue::test

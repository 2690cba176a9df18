#pragma once

#include "rules/yaml_reader.hpp"

#include <chrono>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue::config {

/// Each sets `target` if the key is there and well-formed, and leaves it alone otherwise: a default stands
/// until the file says something better. What is malformed is recorded at its place.
void read_text(const rules::YamlMap& map, std::string_view key, std::string& target);
void read_flag(const rules::YamlMap& map, std::string_view key, bool& target);

/// False if the value is malformed.
template <class Integer>
bool read_integer(const rules::YamlMap& map, std::string_view key, Integer least, Integer most,
                  Integer& target) {
  const auto node = map.find(key);
  if (!node) return true;
  const auto value = node->as_integer(static_cast<std::int64_t>(least), static_cast<std::int64_t>(most));
  if (value) target = static_cast<Integer>(*value);
  return value.has_value();
}

void read_size(const rules::YamlMap& map, std::string_view key, std::uint64_t least, std::uint64_t most,
               std::size_t& target);

template <class Duration>
void read_duration(const rules::YamlMap& map, std::string_view key, std::chrono::milliseconds least,
                   std::chrono::milliseconds most, Duration& target) {
  if (const auto node = map.find(key)) {
    if (const auto value = node->as_duration(least, most)) {
      target = std::chrono::duration_cast<Duration>(*value);
    }
  }
}

template <class Enum>
void read_word(const rules::YamlMap& map, std::string_view key, std::span<const std::string_view> words,
               Enum& target) {
  if (const auto node = map.find(key)) {
    if (const auto index = node->as_word(words)) target = static_cast<Enum>(*index);
  }
}

}  // namespace pgsegue::config

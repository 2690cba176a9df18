#include "rules/yaml_reader.hpp"

namespace pgsegue::rules {

std::optional<YamlNode> YamlMap::find(std::string_view key) const {
  for (const Entry& entry : entries_) {
    if (entry.key == key) return entry.value;
  }
  return std::nullopt;
}

std::optional<YamlNode> YamlMap::find_key(std::string_view key) const {
  for (const Entry& entry : entries_) {
    if (entry.key == key) return entry.key_node;
  }
  return std::nullopt;
}

std::optional<YamlNode> YamlMap::require(std::string_view key) const {
  std::optional<YamlNode> value = find(key);
  if (!value) node_.error("\"" + std::string(key) + "\" is missing in " + node_.label());
  return value;
}

}  // namespace pgsegue::rules

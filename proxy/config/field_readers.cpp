#include "proxy/config/field_readers.hpp"

namespace pgsegue::config {

void read_text(const rules::YamlMap& map, std::string_view key, std::string& target) {
  if (const auto node = map.find(key)) {
    if (const auto value = node->as_string()) target = *value;
  }
}

void read_flag(const rules::YamlMap& map, std::string_view key, bool& target) {
  if (const auto node = map.find(key)) {
    if (const auto value = node->as_bool()) target = *value;
  }
}

void read_size(const rules::YamlMap& map, std::string_view key, std::uint64_t least, std::uint64_t most,
               std::size_t& target) {
  if (const auto node = map.find(key)) {
    if (const auto value = node->as_size(least, most)) target = *value;
  }
}

}  // namespace pgsegue::config

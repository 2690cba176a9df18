#pragma once

#include "rules/yaml_reader.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace pgsegue::config {

/// The absolute path of the file a key names, empty if the key is absent. Records an error if the file cannot
/// be read.
std::string read_path(const rules::YamlMap& map, std::string_view key,
                      const std::filesystem::path& directory);

/// Records a warning at `node` if everyone on the machine may read the file.
void warn_if_world_readable(const rules::YamlNode& node, const std::string& path,
                            std::string_view what_it_holds);

}  // namespace pgsegue::config

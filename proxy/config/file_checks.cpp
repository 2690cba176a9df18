#include "proxy/config/file_checks.hpp"

#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace pgsegue::config {

std::string read_path(const rules::YamlMap& map, std::string_view key,
                      const std::filesystem::path& directory) {
  const auto node = map.find(key);
  if (!node) return {};
  const auto text = node->as_string();
  if (!text) return {};
  if (text->empty()) {
    node->error(node->label() + " is empty", "name a file, or remove the key");
    return {};
  }
  const std::string path = (directory / *text).lexically_normal();
  std::error_code failure;
  if (std::filesystem::is_directory(path, failure)) {
    node->error(path + " is a directory, not a file");
  } else if (access(path.c_str(), R_OK) != 0) {
    node->error("cannot read " + path + ": " + std::strerror(errno),
                "a relative path starts at the directory of this file");
  }
  return path;
}

void warn_if_world_readable(const rules::YamlNode& node, const std::string& path,
                            std::string_view what_it_holds) {
  struct stat facts {};
  if (stat(path.c_str(), &facts) != 0 || (facts.st_mode & S_IROTH) == 0) return;
  node.warning(path + " holds " + std::string(what_it_holds) + " and everyone may read it",
               "chmod 640 " + path + ", owned by root and the group pgsegue runs as");
}

}  // namespace pgsegue::config

#include "proxy/config/field_readers.hpp"
#include "proxy/config/file_checks.hpp"
#include "proxy/config/sections.hpp"

#include <fstream>

namespace pgsegue::config {
namespace {

/// The first line, without its end.
std::string first_line(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

void read_password_file(const rules::YamlMap& map, const std::string& path, std::string& password) {
  const rules::YamlNode node = map.find("control_password_file").value_or(map.node());
  warn_if_world_readable(node, path, "a password");
  password = first_line(path);
  if (password.empty()) node.error(path + " holds no password in its first line");
}

}  // namespace

void read_control_login(const rules::YamlMap& map, const load_context& context, std::string& user,
                        std::string& password) {
  read_text(map, "control_user", user);
  read_text(map, "control_password", password);
  const bool file_is_fine = map.find("control_password_file").has_value();
  const std::string path = read_path(map, "control_password_file", context.directory);
  if (const auto inline_password = map.find("control_password")) {
    if (file_is_fine) {
      inline_password->error("both \"control_password\" and \"control_password_file\" are given",
                             "keep one of the two");
    }
    warn_if_world_readable(*inline_password, context.config.file, "a password");
  }
  std::error_code failure;
  if (!path.empty() && std::filesystem::is_regular_file(path, failure))
    read_password_file(map, path, password);
}

}  // namespace pgsegue::config

#include "proxy/config/load_config.hpp"

#include "proxy/config/field_readers.hpp"
#include "proxy/config/keys.hpp"
#include "proxy/config/sections.hpp"

#include <cstdlib>
#include <functional>

namespace pgsegue::config {
namespace {

constexpr unsigned most_threads = 256;

void when_present(const rules::YamlMap& map, std::string_view key,
                  const std::function<void(const rules::YamlNode&)>& read) {
  if (const auto node = map.find(key)) read(*node);
}

void read_sections(const rules::YamlMap& map, load_context& context) {
  Config& config = context.config;
  when_present(map, "listeners", [&](const auto& node) { read_listeners(node, context); });
  when_present(map, "servers", [&](const auto& node) { config.servers = read_servers(node); });
  read_control_login(map, context, config.control_user, config.control_password);
  if (const auto databases = map.require("databases")) read_databases(*databases, context);
  when_present(map, "client_tls", [&](const auto& node) { read_client_tls(node, context); });
  when_present(map, "server_tls", [&](const auto& node) { read_server_tls(node, context); });
  when_present(map, "verifiers", [&](const auto& node) { read_verifiers(node, context); });
  when_present(map, "limits", [&](const auto& node) { read_limits(node, config.limits); });
  when_present(map, "logging", [&](const auto& node) { read_logging(node, config.logging); });
  read_integer<unsigned>(map, "threads", 0, most_threads, config.threads);
  check_across_sections(context);
  load_rule_files(context);
}

Config defaults(const std::string& path) {
  Config config;
  config.file = path;
  config.listeners.emplace_back();
  config.servers.emplace_back();
  return config;
}

}  // namespace

std::string control_password_from_environment() {
  const char* const value = std::getenv("PGSEGUE_CONTROL_PASSWORD");
  return value != nullptr ? value : "";
}

LoadResult load_config(const std::string& path, const std::string& environment_password) {
  const rules::YamlFile file = rules::YamlFile::load(path);
  Config config = defaults(path);
  std::error_code failure;
  load_context context{config, std::filesystem::absolute(path, failure).parent_path(), {}, {}, {}, {}, {}};
  if (file.root()) {
    if (const auto map = file.root()->as_map(keys::file)) read_sections(*map, context);
  }
  if (config.control_password.empty()) config.control_password = environment_password;
  LoadResult result{std::nullopt, file.diagnostics()};
  result.diagnostics.insert(result.diagnostics.end(), context.rule_findings.begin(),
                            context.rule_findings.end());
  if (!rules::has_errors(result.diagnostics)) result.config = std::move(config);
  return result;
}

}  // namespace pgsegue::config

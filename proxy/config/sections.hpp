#pragma once

#include "proxy/config/config.hpp"
#include "rules/yaml_reader.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace pgsegue::config {

/// What the sections of one file are read into, and the places that checks across sections point at.
struct load_context {
  Config& config;
  std::filesystem::path directory;  ///< of the configuration file: relative paths start here

  std::vector<rules::YamlNode> listeners;  ///< same order: the version if given, else the item
  std::vector<rules::YamlMap> databases;   ///< same order as config.databases
  std::optional<rules::YamlNode> client_tls, verifiers;
  std::vector<rules::Diagnostic> rule_findings;  ///< of the rule files
};

/// One function per section; each reads `node` into the context's Config and records what is wrong with the
/// section by itself.
void read_listeners(const rules::YamlNode& node, load_context& context);
std::vector<ServerAddress> read_servers(const rules::YamlNode& node);
void read_databases(const rules::YamlNode& node, load_context& context);
void read_client_tls(const rules::YamlNode& node, load_context& context);
void read_server_tls(const rules::YamlNode& node, load_context& context);
void read_verifiers(const rules::YamlNode& node, load_context& context);
void read_limits(const rules::YamlNode& node, Limits& limits);
void read_logging(const rules::YamlNode& node, Logging& logging);
/// control_user, control_password and control_password_file of the file or of one database.
void read_control_login(const rules::YamlMap& map, const load_context& context, std::string& user,
                        std::string& password);

/// Loads every rule file once, and checks the versions that listeners and databases name against them.
void load_rule_files(load_context& context);

/// What no section can know by itself.
void check_across_sections(const load_context& context);

}  // namespace pgsegue::config

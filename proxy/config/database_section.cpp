#include "proxy/config/field_readers.hpp"
#include "proxy/config/file_checks.hpp"
#include "proxy/config/keys.hpp"
#include "proxy/config/sections.hpp"
#include "proxy/config/words.hpp"

#include <algorithm>

namespace pgsegue::config {
namespace {

/// NAMEDATALEN - 1: the server cuts longer names.
constexpr std::size_t longest_name = 63;

void check_name(const rules::YamlMap& map, const Database& database, const Config& config) {
  const auto node = map.require("name");
  if (!node || !node->is_scalar()) return;
  if (database.name.empty()) {
    node->error("\"name\" is empty");
  } else if (database.name.find('@') != std::string::npos) {
    node->error("the name of a database cannot hold \"@\"",
                "clients append \"@version\" to the name; the version has its own key, \"default_version\"");
  } else if (database.name.size() > longest_name) {
    node->error("the name has more than " + std::to_string(longest_name) + " bytes");
  } else if (std::any_of(config.databases.begin(), config.databases.end(),
                         [&](const Database& other) { return other.name == database.name; })) {
    node->error("the database \"" + database.name + "\" is given twice");
  }
}

/// "*" stands for databases nothing else is known of: they can only be served as they are.
void check_wildcard(const rules::YamlMap& map, const Database& database) {
  if (database.name != "*") return;
  for (const std::string_view key : {"rules", "default_version", "server_database", "on_ddl", "on_code"}) {
    if (const auto node = map.find_key(key)) {
      node->error("\"" + std::string(key) + "\" cannot be given for the database \"*\"",
                  "\"*\" serves databases that have no entry, without rewriting");
    }
  }
}

Database read_database(const rules::YamlMap& map, const load_context& context) {
  Database database;
  read_text(map, "name", database.name);
  read_text(map, "server_database", database.server_database);
  database.rules = read_path(map, "rules", context.directory);
  read_text(map, "default_version", database.default_version);
  read_word(map, "auth", words::auth_mode, database.auth);
  read_word(map, "on_ddl", words::on_ddl, database.on_ddl);
  read_word(map, "on_code", words::on_code, database.on_code);
  if (const auto servers = map.find("servers")) database.servers = read_servers(*servers);
  read_control_login(map, context, database.control_user, database.control_password);
  return database;
}

}  // namespace

void read_databases(const rules::YamlNode& node, load_context& context) {
  const auto items = node.as_sequence();
  if (!items) return;
  if (items->empty()) node.error("\"databases\" is empty: nothing would be served");
  for (const rules::YamlNode& item : *items) {
    const auto map = item.as_map(keys::database);
    if (!map) continue;
    Database database = read_database(*map, context);
    check_name(*map, database, context.config);
    check_wildcard(*map, database);
    context.config.databases.push_back(std::move(database));
    context.databases.push_back(*map);
  }
}

}  // namespace pgsegue::config

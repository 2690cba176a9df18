#include "proxy/config/sections.hpp"
#include "rules/did_you_mean.hpp"
#include "rules/load_rules.hpp"

#include <algorithm>
#include <map>

namespace pgsegue::config {
namespace {

constexpr std::string_view raw = "raw";

std::string hint_for_version(const std::string& given, const rules::RuleSet& rule_set) {
  const std::vector<std::string> declared = rule_set.version_names();
  const std::vector<std::string_view> names(declared.begin(), declared.end());
  return rules::hint_for_unknown(given, names, "declared versions");
}

bool declares(const rules::RuleSet& rule_set, const std::string& version) {
  const std::vector<std::string> declared = rule_set.version_names();
  return std::find(declared.begin(), declared.end(), version) != declared.end();
}

void check_database_name(const rules::YamlMap& map, const Database& database) {
  const std::string& served = database.server_database.empty() ? database.name : database.server_database;
  const std::string& ruled = database.rule_set->database();
  if (ruled == served || ruled == database.name) return;
  map.find("rules")->error("the rules in " + database.rules + " are for the database \"" + ruled +
                               "\", not for \"" + served + "\"",
                           "correct \"database:\" in the rule file, or name the right file here");
}

void check_default_version(const rules::YamlMap& map, const Database& database) {
  const auto node = map.find("default_version");
  if (!node || database.default_version.empty() || database.default_version == raw) return;
  if (database.rules.empty()) {
    node->error("there are no versions without \"rules\"",
                "name the rule file that declares \"" + database.default_version + "\"");
  } else if (database.rule_set && !declares(*database.rule_set, database.default_version)) {
    node->error("the version \"" + database.default_version + "\" is not declared in " + database.rules,
                hint_for_version(database.default_version, *database.rule_set));
  }
}

/// A listener serves every database: its version must mean something in at least one, and where it means
/// nothing clients of that database will be turned away.
void check_listener_version(const rules::YamlNode& node, const Listener& listener, const Config& config) {
  if (listener.version.empty() || listener.version == raw) return;
  const Database* ruled = nullptr;
  bool declared = false;
  for (const Database& database : config.databases) {
    if (!database.rules.empty() && !database.rule_set) return;  // its errors are reported already
    if (!database.rule_set) continue;
    if (declares(*database.rule_set, listener.version)) {
      declared = true;
    } else {
      ruled = &database;
    }
  }
  const std::string message = "the version \"" + listener.version + "\" is not declared ";
  if (!declared) {
    node.error(message + "for any database", ruled != nullptr
                                                 ? hint_for_version(listener.version, *ruled->rule_set)
                                                 : "no database has \"rules\"");
  } else if (ruled != nullptr) {
    node.warning(message + "in " + ruled->rules,
                 "clients of \"" + ruled->name + "\" cannot connect here unless they name a version");
  }
}

}  // namespace

void load_rule_files(load_context& context) {
  std::map<std::string, std::shared_ptr<const rules::RuleSet>> loaded;
  for (Database& database : context.config.databases) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(database.rules, failure)) continue;
    const auto [entry, is_new] = loaded.try_emplace(database.rules);
    if (is_new) {
      rules::LoadedRules result = rules::load_rules(database.rules);
      entry->second = std::move(result.rules);
      context.rule_findings.insert(context.rule_findings.end(), result.diagnostics.begin(),
                                   result.diagnostics.end());
    }
    database.rule_set = entry->second;
  }
  for (std::size_t i = 0; i < context.databases.size(); ++i) {
    const Database& database = context.config.databases[i];
    if (database.rule_set) check_database_name(context.databases[i], database);
    check_default_version(context.databases[i], database);
  }
  for (std::size_t i = 0; i < context.listeners.size(); ++i) {
    check_listener_version(context.listeners[i], context.config.listeners[i], context.config);
  }
}

}  // namespace pgsegue::config

#include "rules/load_rules.hpp"

#include "rules/did_you_mean.hpp"
#include "rules/name_history.hpp"
#include "rules/read_change.hpp"
#include "rules/rule_keys.hpp"
#include "rules/yaml_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace pgsegue::rules {
namespace {

constexpr std::size_t longest_version_name = 63;

/// A version is named in `shop@v1`, in `-c pgsegue.version=v1` and in logs: nothing there may need escaping.
bool is_version_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.';
}

bool is_version_name(const YamlNode& node, const std::string& name) {
  if (name == "raw") {
    node.error("the version name raw is reserved: it means no rewriting", "name the version v1, for example");
  } else if (name.empty() || name.size() > longest_version_name) {
    node.error("a version name has 1 to 63 characters");
  } else if (const auto bad = std::find_if_not(name.begin(), name.end(), is_version_character);
             bad != name.end()) {
    node.error_at(static_cast<std::size_t>(bad - name.begin()), "a version name cannot have this character",
                  "use ASCII letters, digits, _ - and .");
  } else {
    return true;
  }
  return false;
}

std::vector<Change> read_changes(const YamlNode& node, bool is_first_version) {
  const auto items = node.as_sequence();
  std::vector<Change> changes;
  if (!items || items->empty()) return changes;
  if (is_first_version) {
    node.error("the first version has no version before it to differ from",
               "put a version without changes before it, e.g. \"- name: v1\"");
  }
  for (const YamlNode& item : *items) {
    if (std::optional<Change> change = read_change(item)) changes.push_back(std::move(*change));
  }
  return changes;
}

std::optional<DeclaredVersion> read_version(const YamlNode& node, bool is_first_version) {
  const std::optional<YamlMap> map = node.as_map(keys::version);
  if (!map) return std::nullopt;
  DeclaredVersion version;
  if (const auto changes = map->find("changes")) version.changes = read_changes(*changes, is_first_version);
  const std::optional<YamlNode> name = map->require("name");
  std::optional<std::string> text = name ? name->as_string() : std::nullopt;
  if (!text || !is_version_name(*name, *text)) return std::nullopt;
  version.name = {std::move(*text), name->position()};
  return version;
}

void add_version(std::vector<DeclaredVersion>& versions, DeclaredVersion version, const YamlNode& item) {
  const auto same = std::find_if(versions.begin(), versions.end(), [&](const DeclaredVersion& earlier) {
    return earlier.name.value == version.name.value;
  });
  if (same == versions.end()) {
    versions.push_back(std::move(version));
  } else {
    item.error("version " + version.name.value + " is declared twice",
               "the first one is in line " + std::to_string(same->name.at.line));
  }
}

std::vector<DeclaredVersion> read_versions(const YamlNode& node) {
  std::vector<DeclaredVersion> versions;
  const auto items = node.as_sequence();
  if (!items) return versions;
  if (items->empty()) node.error("no version is declared", "declare at least one, e.g. \"- name: v1\"");
  for (const YamlNode& item : *items) {
    std::optional<DeclaredVersion> version = read_version(item, &item == &items->front());
    if (version) add_version(versions, std::move(*version), item);
  }
  return versions;
}

std::optional<Located<VersionIndex>> read_physical(const YamlNode& node,
                                                   const std::vector<DeclaredVersion>& versions) {
  std::vector<std::string_view> names;
  names.reserve(versions.size());
  for (const DeclaredVersion& version : versions)
    names.push_back(version.name.value);
  const std::optional<std::string> text = node.as_string();
  if (!text) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), *text);
  if (found != names.end())
    return Located<VersionIndex>{VersionIndex{static_cast<std::uint32_t>(found - names.begin())},
                                 node.position()};
  node.error("version " + *text + " is not declared in this file",
             hint_for_unknown(*text, names, "declared versions"));
  return std::nullopt;
}

std::string read_database(const YamlMap& map) {
  const std::optional<YamlNode> node = map.require("database");
  std::string name = node ? node->as_string().value_or("") : "";
  if (name.empty() && node && node->is_scalar()) node->error("\"database\" is an empty name");
  return name;
}

/// The rule set of what was read; findings about the file's form are left in `yaml`.
std::shared_ptr<const RuleSet> read_rule_set(const YamlFile& yaml, const std::string& file) {
  const std::optional<YamlMap> map = yaml.root() ? yaml.root()->as_map(keys::file) : std::nullopt;
  if (!map) return nullptr;
  std::string database = read_database(*map);
  std::vector<DeclaredVersion> versions;
  if (const auto node = map->require("versions")) versions = read_versions(*node);
  std::optional<Located<VersionIndex>> physical;
  if (const auto node = map->find("physical")) physical = read_physical(*node, versions);
  return std::make_shared<const RuleSet>(file, yaml.text(), std::move(database), std::move(versions),
                                         physical);
}

/// Whether the names fit together is looked at only if all of them could be read.
LoadedRules check(const YamlFile& yaml, const std::string& file) {
  std::shared_ptr<const RuleSet> rules = read_rule_set(yaml, file);
  LoadedRules loaded{nullptr, yaml.diagnostics()};
  if (!has_errors(loaded.diagnostics)) trace_names(*rules, loaded.diagnostics);
  if (!has_errors(loaded.diagnostics)) loaded.rules = std::move(rules);
  return loaded;
}

}  // namespace

LoadedRules load_rules(const std::string& path) {
  return check(YamlFile::load(path), path);
}

LoadedRules parse_rules(std::string_view text, const std::string& file) {
  return check(YamlFile::parse(file, std::string(text)), file);
}

}  // namespace pgsegue::rules

#include "rules/read_change.hpp"

#include "parser/lone_expression.hpp"
#include "rules/read_identifier.hpp"
#include "rules/rule_keys.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pgsegue::rules {
namespace {

using parser::Identifier;

/// Every kind of change there is a name for; those without a reader are refused by name.
struct change_kind {
  std::string_view name;
  std::optional<Change> (*read)(const YamlNode&);
};

constexpr std::array<std::string_view, 6> system_columns{"ctid", "xmin", "cmin", "xmax", "cmax", "tableoid"};

bool is_system_column(const YamlNode& node, const Identifier& name) {
  const bool is_system =
      std::find(system_columns.begin(), system_columns.end(), name.str()) != system_columns.end();
  if (is_system) node.error(name.str() + " is a system column, which every table has in every version");
  return is_system;
}

bool read_expanded(const YamlMap& map) {
  const std::optional<YamlNode> expanded = map.find("expanded");
  return expanded && expanded->as_bool().value_or(false);
}

Complete read_complete(const YamlMap& map, bool expanded) {
  constexpr std::array<std::string_view, 2> words{"old", "both"};
  const std::optional<YamlNode> node = map.find("complete");
  if (!node) return Complete::old_only;
  if (!expanded)
    map.find_key("complete")
        ->error("\"complete\" says which of two columns has all values",
                "add \"expanded: true\", or remove it");
  const std::optional<std::size_t> word = node->as_word(words);
  return word == 1u ? Complete::both : Complete::old_only;
}

std::optional<Located<std::string>> read_supply(const YamlMap& map) {
  const std::optional<YamlNode> node = map.find("supply");
  std::optional<std::string> text = node ? node->as_string() : std::nullopt;
  if (!text) return std::nullopt;
  if (const auto problem = parser::problem_of_lone_expression(*text)) {
    node->error_at(
        problem->byte, problem->message,
        "\"supply\" is an SQL expression of constants, functions and operators, as in DEFAULT of a column");
    return std::nullopt;
  }
  return Located<std::string>{std::move(*text), node->position()};
}

template <class Value>
std::optional<Located<Value>> read_required(const YamlMap& map, std::string_view key,
                                            std::optional<Located<Value>> (*read)(const YamlNode&)) {
  const std::optional<YamlNode> node = map.require(key);
  return node ? read(*node) : std::nullopt;
}

std::optional<Change> read_rename_column(const YamlNode& node) {
  const std::optional<YamlMap> map = node.as_map(keys::rename_column);
  if (!map) return std::nullopt;
  auto table = read_required(*map, "table", read_table_name);
  auto from = read_required(*map, "from", read_identifier);
  auto to = read_required(*map, "to", read_identifier);
  const bool expanded = read_expanded(*map);
  const Complete complete = read_complete(*map, expanded);
  if (!table || !from || !to) return std::nullopt;
  if (is_system_column(*map->find("from"), from->value) || is_system_column(*map->find("to"), to->value))
    return std::nullopt;
  return RenameColumn{std::move(*table), std::move(*from), std::move(*to), expanded, complete};
}

/// What names a column of a table.
template <class Column>
std::optional<Change> read_column(const std::optional<YamlMap>& map) {
  if (!map) return std::nullopt;
  auto table = read_required(*map, "table", read_table_name);
  auto column = read_required(*map, "column", read_identifier);
  auto supply = read_supply(*map);
  if (!table || !column || is_system_column(*map->find("column"), column->value)) return std::nullopt;
  return Column{std::move(*table), std::move(*column), std::move(supply)};
}

std::optional<Change> read_add_column(const YamlNode& node) {
  return read_column<AddColumn>(node.as_map(keys::add_column));
}

std::optional<Change> read_drop_column(const YamlNode& node) {
  return read_column<DropColumn>(node.as_map(keys::drop_column));
}

/// The new name of a table, sequence or type: bare, or with the schema it is in already.
std::optional<Located<Identifier>> read_new_name(const YamlNode& node, const TableName& from,
                                                 const std::string& what) {
  std::optional<Located<WrittenName>> to = read_written_name(node);
  if (!to) return std::nullopt;
  if (to->value.schema && *to->value.schema != from.schema) {
    node.error("moving a " + what + " to another schema is not supported by this release",
               "the " + what + " stays in schema " + from.schema.to_sql() +
                   "; write to: " + to->value.name.to_sql());
    return std::nullopt;
  }
  return Located<Identifier>{std::move(to->value.name), to->at};
}

std::optional<Change> read_rename_table(const YamlNode& node) {
  const std::optional<YamlMap> map = node.as_map(keys::rename_table);
  if (!map) return std::nullopt;
  auto from = read_required(*map, "from", read_table_name);
  const std::optional<YamlNode> to_node = map->require("to");
  const bool expanded = read_expanded(*map);
  if (!from || !to_node) return std::nullopt;
  auto to = read_new_name(*to_node, from->value, "table");
  if (!to) return std::nullopt;
  return RenameTable{std::move(*from), std::move(*to), expanded};
}

/// What has a `from` and a `to` in the same schema.
template <class Rename>
std::optional<Change> read_rename_in_schema(const std::optional<YamlMap>& map, const std::string& what) {
  if (!map) return std::nullopt;
  auto from = read_required(*map, "from", read_table_name);
  const std::optional<YamlNode> to_node = map->require("to");
  if (!from || !to_node) return std::nullopt;
  auto to = read_new_name(*to_node, from->value, what);
  if (!to) return std::nullopt;
  return Rename{std::move(*from), std::move(*to)};
}

std::optional<Change> read_rename_sequence(const YamlNode& node) {
  return read_rename_in_schema<RenameSequence>(node.as_map(keys::rename_sequence), "sequence");
}

std::optional<Change> read_rename_schema(const YamlNode& node) {
  const std::optional<YamlMap> map = node.as_map(keys::rename_schema);
  if (!map) return std::nullopt;
  auto from = read_required(*map, "from", read_schema_name);
  auto to = read_required(*map, "to", read_schema_name);
  if (!from || !to) return std::nullopt;
  return RenameSchema{std::move(*from), std::move(*to)};
}

std::optional<Change> read_rename_constraint(const YamlNode& node) {
  const std::optional<YamlMap> map = node.as_map(keys::rename_constraint);
  if (!map) return std::nullopt;
  auto table = read_required(*map, "table", read_table_name);
  auto from = read_required(*map, "from", read_identifier);
  auto to = read_required(*map, "to", read_identifier);
  if (!table || !from || !to) return std::nullopt;
  return RenameConstraint{std::move(*table), std::move(*from), std::move(*to)};
}

std::optional<Change> read_rename_type(const YamlNode& node) {
  return read_rename_in_schema<RenameType>(node.as_map(keys::rename_type), "type");
}

constexpr std::array<change_kind, 12> kinds{{{"rename_column", read_rename_column},
                                             {"rename_table", read_rename_table},
                                             {"rename_schema", read_rename_schema},
                                             {"add_column", read_add_column},
                                             {"drop_column", read_drop_column},
                                             {"change_type", nullptr},
                                             {"split_column", nullptr},
                                             {"merge_columns", nullptr},
                                             {"rename_constraint", read_rename_constraint},
                                             {"rename_sequence", read_rename_sequence},
                                             {"rename_type", read_rename_type},
                                             {"rename_enum_value", nullptr}}};

constexpr auto kind_names = [] {
  std::array<std::string_view, kinds.size()> names{};
  for (std::size_t i = 0; i < kinds.size(); ++i)
    names[i] = kinds[i].name;
  return names;
}();

std::string supported_kinds() {
  std::string list;
  for (const std::string_view kind : keys::supported_changes)
    list += (list.empty() ? "supported kinds of change: " : ", ") + std::string(kind);
  return list;
}

}  // namespace

std::optional<Change> read_change(const YamlNode& node) {
  const std::optional<YamlMap> map = node.as_map(kind_names);
  if (!map) return std::nullopt;
  if (map->entries().size() > 1) {
    map->entries()[1].key_node.error("an item of \"changes\" is one change, this is a second one",
                                     "start it on a line of its own with \"- \"");
    return std::nullopt;
  }
  if (node.is_empty()) node.error("an item of \"changes\" must name a change", supported_kinds());
  if (map->entries().empty()) return std::nullopt;
  const YamlMap::Entry& entry = map->entries().front();
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const change_kind& each) { return each.name == entry.key; });
  if (kind->read != nullptr) return kind->read(entry.value);
  entry.key_node.error("\"" + entry.key + "\" is not supported by this release", supported_kinds());
  return std::nullopt;
}

}  // namespace pgsegue::rules

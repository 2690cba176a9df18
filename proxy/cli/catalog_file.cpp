#include "proxy/cli/catalog_file.hpp"

#include "rules/read_identifier.hpp"
#include "rules/yaml_reader.hpp"

#include <array>
#include <set>

namespace pgsegue::cli {
namespace {

/// Where the server starts to number what users make (FirstNormalObjectId).
constexpr std::uint32_t first_user_oid = 16384;
/// The release whose grammar the parser has.
constexpr int server_version = 150000;

/// Names of columns or constraints of a table, each of which may be given once.
std::vector<std::string> read_names(const rules::YamlNode& node, const std::string& what) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  const auto items = node.as_sequence();
  if (!items) return names;
  for (const rules::YamlNode& item : *items) {
    const auto name = rules::read_identifier(item);
    if (!name) continue;
    if (seen.insert(name->value.str()).second) {
      names.push_back(name->value.str());
    } else {
      item.error("the " + what + " " + name->value.to_sql() + " is given twice");
    }
  }
  return names;
}

void read_columns(const rules::YamlNode& node, rules::RelationRow& row) {
  for (std::string& name : read_names(node, "column"))
    row.columns.push_back({std::move(name), static_cast<std::int16_t>(row.columns.size() + 1)});
}

/// What kind they are is not known: they have no indexes.
void read_constraints(const rules::YamlNode& node, rules::RelationRow& row) {
  for (std::string& name : read_names(node, "constraint"))
    row.constraints.push_back(
        {row.oid * 1000 + static_cast<std::uint32_t>(row.constraints.size()), std::move(name)});
}

std::vector<rules::RelationRow> read_tables(const rules::YamlNode& node) {
  static constexpr std::array<std::string_view, 3> keys{"name", "columns", "constraints"};
  std::vector<rules::RelationRow> rows;
  std::set<std::string> seen;
  const auto items = node.as_sequence();
  if (!items) return rows;
  for (const rules::YamlNode& item : *items) {
    const auto map = item.as_map(keys);
    if (!map) continue;
    const auto name_node = map->require("name"), columns = map->require("columns");
    if (!name_node || !columns) continue;
    const auto name = rules::read_table_name(*name_node);
    if (!name) continue;
    if (!seen.insert(name->value.to_sql()).second)
      name_node->error("the table " + name->value.to_sql() + " is given twice");
    rules::RelationRow row;
    row.oid = first_user_oid + static_cast<std::uint32_t>(rows.size());
    row.schema = name->value.schema.str();
    row.name = name->value.name.str();
    read_columns(*columns, row);
    if (const auto constraints = map->find("constraints")) read_constraints(*constraints, row);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<rules::TypeRow> read_types(const rules::YamlNode& node) {
  std::vector<rules::TypeRow> rows;
  const auto items = node.as_sequence();
  if (!items) return rows;
  for (const rules::YamlNode& item : *items) {
    const auto name = rules::read_table_name(item);
    if (!name) continue;
    rows.push_back({first_user_oid + static_cast<std::uint32_t>(rows.size()), name->value.schema.str(),
                    name->value.name.str()});
  }
  return rows;
}

}  // namespace

CatalogResult read_catalog_file(const std::string& path) {
  static constexpr std::array<std::string_view, 2> keys{"tables", "types"};
  const rules::YamlFile file = rules::YamlFile::load(path);
  rules::CatalogRows rows;
  rows.server_version_num = server_version;
  if (file.root()) {
    if (const auto map = file.root()->as_map(keys)) {
      if (const auto tables = map->require("tables")) rows.relations = read_tables(*tables);
      if (const auto types = map->find("types")) rows.types = read_types(*types);
    }
  }
  CatalogResult result{nullptr, file.diagnostics()};
  if (!rules::has_errors(result.diagnostics)) {
    result.catalog = std::make_shared<const rules::PhysicalCatalog>(std::move(rows));
  }
  return result;
}

}  // namespace pgsegue::cli

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

void read_columns(const rules::YamlNode& node, rules::RelationRow& row) {
  std::set<std::string> seen;
  const auto items = node.as_sequence();
  if (!items) return;
  for (const rules::YamlNode& item : *items) {
    const auto name = rules::read_identifier(item);
    if (!name) continue;
    if (!seen.insert(name->value.str()).second) {
      item.error("the column " + name->value.to_sql() + " is given twice");
      continue;
    }
    row.columns.push_back({name->value.str(), static_cast<std::int16_t>(row.columns.size() + 1)});
  }
}

std::vector<rules::RelationRow> read_tables(const rules::YamlNode& node) {
  static constexpr std::array<std::string_view, 2> keys{"name", "columns"};
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
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

CatalogResult read_catalog_file(const std::string& path) {
  static constexpr std::array<std::string_view, 1> keys{"tables"};
  const rules::YamlFile file = rules::YamlFile::load(path);
  rules::CatalogRows rows;
  rows.server_version_num = server_version;
  if (file.root()) {
    if (const auto map = file.root()->as_map(keys)) {
      if (const auto tables = map->require("tables")) rows.relations = read_tables(*tables);
    }
  }
  CatalogResult result{nullptr, file.diagnostics()};
  if (!rules::has_errors(result.diagnostics)) {
    result.catalog = std::make_shared<const rules::PhysicalCatalog>(std::move(rows));
  }
  return result;
}

}  // namespace pgsegue::cli

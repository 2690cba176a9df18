#include "bench/micro/world.hpp"

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"

#include <map>
#include <stdexcept>
#include <string>

namespace pgsegue::bench {
namespace {

rules::CatalogRows catalog_rows(std::size_t tables) {
  rules::CatalogRows rows;
  rows.server_version_num = 150000;
  rows.functions.push_back({"count", 0});
  const auto add = [&rows](std::string name, std::vector<rules::ColumnRow> columns) {
    rules::RelationRow& row = rows.relations.emplace_back();
    row.oid = static_cast<std::uint32_t>(20'000 + rows.relations.size());
    row.schema = "public";
    row.name = std::move(name);
    row.columns = std::move(columns);
  };
  for (std::size_t i = 0; i < tables; ++i)
    add("t" + std::to_string(i), {{"id", 1}, {"a", 2}, {"b", 3}, {"c", 4}, {"y", 5}});
  for (const char* name : {"pgbench_accounts", "plain_accounts"})
    add(name, {{"aid", 1}, {"bid", 2}, {"balance", 3}, {"filler", 4}});
  return rows;
}

std::string rule_text(std::size_t rules) {
  std::string text =
      "database: bench\nversions:\n  - name: v1\n  - name: v2\n    changes:\n"
      "      - rename_column: { table: pgbench_accounts, from: abalance, to: balance }\n";
  for (std::size_t i = 0; i < rules; ++i)
    text += "      - rename_column: { table: t" + std::to_string(i) + ", from: x, to: y }\n";
  return text;
}

std::unique_ptr<World> make_world(std::size_t rules, std::size_t tables) {
  auto world = std::make_unique<World>();
  const rules::LoadedRules loaded = rules::parse_rules(rule_text(rules), "bench.yaml");
  auto catalog = std::make_shared<const rules::PhysicalCatalog>(catalog_rows(tables));
  world->snapshot = rules::build_snapshot(std::move(catalog), loaded.rules, 1).snapshot;
  if (world->snapshot == nullptr) throw std::runtime_error("the benchmark's rules do not fit its catalog");
  for (const char* schema : {"pg_catalog", "public"})
    world->path.push_back(parser::Identifier::from_catalog(schema));
  world->context.snapshot = world->snapshot.get();
  world->context.search_path = &world->path;
  world->context.temporary_relations = &world->temporary;
  return world;
}

}  // namespace

const World& world(std::size_t rules, std::size_t tables) {
  static std::map<std::pair<std::size_t, std::size_t>, std::unique_ptr<World>> made;
  std::unique_ptr<World>& slot = made[{rules, tables}];
  if (slot == nullptr) slot = make_world(rules, tables);
  return *slot;
}

std::string_view statement_of(std::string_view class_name) {
  for (const StatementClass& each : statement_classes) {
    if (each.name == class_name) return each.text;
  }
  throw std::logic_error("there is no such class of statements");
}

}  // namespace pgsegue::bench

#include "rules/build_snapshot.hpp"

#include "rules/name_history.hpp"
#include "rules/resolved_table.hpp"
#include "rules/version_view.hpp"
#include "rules/view_builder.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pgsegue::rules {

namespace {

std::vector<SuppliedColumn> supplied_columns(const ResolvedNames& names) {
  std::vector<SuppliedColumn> supplied;
  for (const ResolvedTable& table : names.tables) {
    for (const ResolvedRelation& relation : table.relations) {
      for (const ResolvedColumn& column : relation.columns) {
        if (column.present.empty()) continue;
        for (const auto& step : {column.line->added, column.line->dropped}) {
          if (step && step->supply)
            supplied.push_back({{relation.relation->schema, relation.relation->name},
                                column.present.front(),
                                *step->supply});
        }
      }
    }
  }
  return supplied;
}

}  // namespace

BuiltSnapshot build_snapshot(std::shared_ptr<const PhysicalCatalog> catalog,
                             std::shared_ptr<const RuleSet> rules, std::uint64_t epoch) {
  BuiltSnapshot built;
  const NameHistory history = trace_names(*rules, built.diagnostics);
  ResolvedNames names;
  if (built.diagnostics.empty()) names = resolve_names(history, *catalog, *rules, built.diagnostics);
  std::stable_sort(built.diagnostics.begin(), built.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                   });
  if (has_errors(built.diagnostics)) return built;
  built.supplied = supplied_columns(names);
  std::vector<std::unique_ptr<const VersionView>> views;
  for (const std::string& name : rules->version_names())
    views.push_back(build_view(name, views.size(), names, catalog));
  built.snapshot =
      std::make_shared<const Snapshot>(epoch, std::move(catalog), std::move(rules), std::move(views));
  return built;
}

}  // namespace pgsegue::rules

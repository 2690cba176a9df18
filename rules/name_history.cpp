#include "rules/name_history.hpp"

#include "rules/name_scope.hpp"

#include <map>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::Identifier;

/// Walks through the versions with one scope per schema for its tables, and one per table for its columns.
class name_tracer {
 public:
  name_tracer(const RuleSet& rules, std::vector<Diagnostic>& findings) : context_{rules, findings} {}

  std::vector<TableLine> run() {
    const auto& versions = context_.rules.versions();
    for (context_.version = 1; context_.version < versions.size(); ++context_.version) {
      const std::vector<Change>& changes = versions[context_.version].changes;
      // Table renames first: a column's change is told if it calls its table by the new name.
      for (const Change& change : changes) {
        if (const auto* rename = std::get_if<RenameTable>(&change)) rename_table(*rename);
      }
      for (const Change& change : changes) {
        if (const auto* rename = std::get_if<RenameColumn>(&change)) rename_column(*rename);
      }
      apply();
    }
    return collect();
  }

 private:
  using table_key = std::pair<Identifier, std::size_t>;  ///< schema, line in its scope

  NameScope& tables_of(const Identifier& schema) {
    return tables_.try_emplace(schema, context_, "table").first->second;
  }

  void rename_table(const RenameTable& rename) {
    tables_of(rename.from.value.schema)
        .rename({rename.from.value.name, rename.from.at}, rename.to, rename.expanded, {});
  }

  void rename_column(const RenameColumn& rename) {
    const TableName& table = rename.table.value;
    const auto line = tables_of(table.schema).find_kept({table.name, rename.table.at});
    if (!line) return;
    NameScope& columns = columns_.try_emplace({table.schema, *line}, context_, "column").first->second;
    columns.rename(rename.from, rename.to, rename.expanded, " of table " + table.to_sql());
  }

  void apply() {
    for (auto& [schema, scope] : tables_)
      scope.apply();
    for (auto& [table, scope] : columns_)
      scope.apply();
  }

  std::vector<TableLine> collect() const {
    std::vector<TableLine> lines;
    for (const auto& [schema, scope] : tables_) {
      for (std::size_t i = 0; i < scope.lines().size(); ++i) {
        const auto columns = columns_.find({schema, i});
        lines.push_back({schema, scope.line(i),
                         columns == columns_.end() ? std::vector<NameLine>() : columns->second.lines()});
      }
    }
    return lines;
  }

  TraceContext context_;
  std::map<Identifier, NameScope> tables_;
  std::map<table_key, NameScope> columns_;
};

}  // namespace

std::vector<TableLine> trace_names(const RuleSet& rules, std::vector<Diagnostic>& findings) {
  return name_tracer(rules, findings).run();
}

}  // namespace pgsegue::rules

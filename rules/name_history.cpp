#include "rules/name_history.hpp"

#include "rules/name_scope.hpp"

#include <map>
#include <set>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::Identifier;

/// Walks through the versions with one scope for the schemas, one per schema for its tables, and one per
/// table for its columns.
class name_tracer {
 public:
  name_tracer(const RuleSet& rules, std::vector<Diagnostic>& findings)
      : context_{rules, findings}, schemas_(context_, "schema") {}

  NameHistory run() {
    const auto& versions = context_.rules.versions();
    for (context_.version = 1; context_.version < versions.size(); ++context_.version) {
      const std::vector<Change>& changes = versions[context_.version].changes;
      // The larger things first: a change is told if it calls what it is in by the new name.
      for (const Change& change : changes) {
        if (const auto* rename = std::get_if<RenameSchema>(&change))
          schemas_.rename(rename->from, rename->to, false, {});
      }
      for (const Change& change : changes) {
        if (const auto* rename = std::get_if<RenameTable>(&change)) rename_table(*rename);
        if (const auto* rename = std::get_if<RenameSequence>(&change)) rename_sequence(*rename);
      }
      for (const Change& change : changes) {
        if (const auto* rename = std::get_if<RenameColumn>(&change)) rename_column(*rename);
      }
      apply();
    }
    return collect();
  }

 private:
  using table_key = std::pair<std::size_t, std::size_t>;  ///< lines: of the schema, in its scope

  /// Where the tables of a schema are; nothing, and a finding, if there can be no such schema.
  std::optional<std::size_t> find_schema(const Located<TableName>& table) {
    const auto schema = schemas_.find_kept({table.value.schema, table.at});
    if (schema) tables_.try_emplace(*schema, context_, "table");
    return schema;
  }

  void rename_table(const RenameTable& rename) {
    const auto schema = find_schema(rename.from);
    if (!schema) return;
    tables_.at(*schema).rename({rename.from.value.name, rename.from.at}, rename.to, rename.expanded, {});
  }

  /// A schema's tables and sequences share its names.
  void rename_sequence(const RenameSequence& rename) {
    const auto schema = find_schema(rename.from);
    if (!schema) return;
    const auto line =
        tables_.at(*schema).rename({rename.from.value.name, rename.from.at}, rename.to, false, {});
    if (line) sequences_.insert({*schema, *line});
  }

  void rename_column(const RenameColumn& rename) {
    const TableName& table = rename.table.value;
    const auto schema = find_schema(rename.table);
    const auto line = schema ? tables_.at(*schema).find_kept({table.name, rename.table.at}) : std::nullopt;
    if (!line) return;
    NameScope& columns = columns_.try_emplace({*schema, *line}, context_, "column").first->second;
    columns.rename(rename.from, rename.to, rename.expanded, " of table " + table.to_sql());
  }

  void apply() {
    schemas_.apply();
    for (auto& [schema, scope] : tables_)
      scope.apply();
    for (auto& [table, scope] : columns_)
      scope.apply();
  }

  NameHistory collect() const {
    NameHistory history{schemas_.lines(), {}};
    for (const auto& [schema, scope] : tables_) {
      for (std::size_t i = 0; i < scope.lines().size(); ++i) {
        const auto columns = columns_.find({schema, i});
        history.tables.push_back(
            {schema, scope.line(i),
             columns == columns_.end() ? std::vector<NameLine>() : columns->second.lines(),
             sequences_.contains({schema, i})});
      }
    }
    return history;
  }

  TraceContext context_;
  NameScope schemas_;
  std::map<std::size_t, NameScope> tables_;  ///< by line of their schema
  std::map<table_key, NameScope> columns_;
  std::set<table_key> sequences_;
};

}  // namespace

NameHistory trace_names(const RuleSet& rules, std::vector<Diagnostic>& findings) {
  return name_tracer(rules, findings).run();
}

}  // namespace pgsegue::rules

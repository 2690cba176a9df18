#include "rules/name_history.hpp"

#include "rules/name_scope.hpp"

#include <map>
#include <set>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::Identifier;

/// Walks through the versions with one scope for the schemas, one per schema for its tables, and two per
/// table, for its columns and its constraints.
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
          schemas_.rename(rename->from, rename->to, {}, {});
      }
      for (const Change& change : changes) {
        if (const auto* rename = std::get_if<RenameTable>(&change)) rename_table(*rename);
        if (const auto* rename = std::get_if<RenameSequence>(&change)) rename_sequence(*rename);
        if (const auto* rename = std::get_if<RenameType>(&change)) rename_type(*rename);
      }
      for (const Change& change : changes) {
        if (const auto* rename = std::get_if<RenameColumn>(&change))
          rename_in_table(*rename, columns_, "column");
        if (const auto* drop = std::get_if<DropColumn>(&change)) drop_column(*drop);
        if (const auto* add = std::get_if<AddColumn>(&change)) add_column(*add);
        if (const auto* rename = std::get_if<RenameConstraint>(&change))
          rename_in_table(*rename, constraints_, "constraint");
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
    tables_.at(*schema).rename({rename.from.value.name, rename.from.at}, rename.to, {rename.expanded}, {});
  }

  /// A schema's tables and sequences share its names.
  void rename_sequence(const RenameSequence& rename) {
    const auto schema = find_schema(rename.from);
    if (!schema) return;
    const auto line = tables_.at(*schema).rename({rename.from.value.name, rename.from.at}, rename.to, {}, {});
    if (line) sequences_.insert({*schema, *line});
  }

  void rename_type(const RenameType& rename) {
    const auto schema = schemas_.find_kept({rename.from.value.schema, rename.from.at});
    if (!schema) return;
    NameScope& types = types_.try_emplace(*schema, context_, "type").first->second;
    types.rename({rename.from.value.name, rename.from.at}, rename.to, {}, {});
  }

  static NameScope::Expansion expansion_of(const RenameColumn& rename) {
    return {rename.expanded, rename.complete};
  }
  static NameScope::Expansion expansion_of(const RenameConstraint&) { return {}; }

  /// The names of what a table has; null, and a finding, if there can be no such table.
  NameScope* find_parts(const Located<TableName>& table, std::map<table_key, NameScope>& scopes,
                        const char* what) {
    const auto schema = find_schema(table);
    const auto line = schema ? tables_.at(*schema).find_kept({table.value.name, table.at}) : std::nullopt;
    return line ? &scopes.try_emplace({*schema, *line}, context_, what).first->second : nullptr;
  }

  static std::string of_table(const Located<TableName>& table) { return " of table " + table.value.to_sql(); }

  template <class Rename>
  void rename_in_table(const Rename& rename, std::map<table_key, NameScope>& scopes, const char* what) {
    if (NameScope* names = find_parts(rename.table, scopes, what))
      names->rename(rename.from, rename.to, expansion_of(rename), of_table(rename.table));
  }

  void drop_column(const DropColumn& drop) {
    if (NameScope* names = find_parts(drop.table, columns_, "column"))
      names->drop(drop.column, drop.supply, of_table(drop.table));
  }

  void add_column(const AddColumn& add) {
    if (NameScope* names = find_parts(add.table, columns_, "column"))
      names->add(add.column, add.supply, of_table(add.table));
  }

  void apply() {
    schemas_.apply();
    for (auto* scopes : {&tables_, &types_}) {
      for (auto& [schema, scope] : *scopes)
        scope.apply();
    }
    for (auto* scopes : {&columns_, &constraints_}) {
      for (auto& [table, scope] : *scopes)
        scope.apply();
    }
  }

  NameHistory collect() const {
    NameHistory history{schemas_.lines(), {}};
    for (const auto& [schema, scope] : tables_) {
      for (std::size_t i = 0; i < scope.lines().size(); ++i) {
        history.tables.push_back({schema, scope.line(i), lines_of(columns_, {schema, i}),
                                  sequences_.contains({schema, i}), lines_of(constraints_, {schema, i})});
      }
    }
    for (const auto& [schema, scope] : types_) {
      for (const NameLine& line : scope.lines())
        history.types.push_back({schema, line});
    }
    return history;
  }

  static std::vector<NameLine> lines_of(const std::map<table_key, NameScope>& scopes, table_key table) {
    const auto scope = scopes.find(table);
    return scope == scopes.end() ? std::vector<NameLine>() : scope->second.lines();
  }

  TraceContext context_;
  NameScope schemas_;
  std::map<std::size_t, NameScope> tables_;  ///< by line of their schema
  std::map<std::size_t, NameScope> types_;   ///< by line of their schema
  std::map<table_key, NameScope> columns_;
  std::map<table_key, NameScope> constraints_;
  std::set<table_key> sequences_;
};

}  // namespace

NameHistory trace_names(const RuleSet& rules, std::vector<Diagnostic>& findings) {
  return name_tracer(rules, findings).run();
}

}  // namespace pgsegue::rules

#include "rules/resolved_table.hpp"

#include "rules/column_findings.hpp"
#include "rules/physical_catalog.hpp"
#include "rules/physical_state.hpp"
#include "rules/state_findings.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pgsegue::rules {
namespace {

using parser::Identifier;
using parser::Relation;
using parser::RelationKind;

/// Lays lines over the catalog: the schemas, then their tables, then the columns of these.
class name_resolver {
 public:
  name_resolver(const PhysicalCatalog& catalog, const RuleSet& rules, std::vector<Diagnostic>& findings)
      : catalog_(catalog), rules_(rules), findings_(findings) {
    if (rules.physical()) declared_ = static_cast<std::size_t>(rules.physical()->value);
  }

  /// A schema that is only mentioned has one name: that of its tables' findings.
  std::vector<ResolvedSchema> resolve_schemas(const std::vector<NameLine>& lines) {
    std::vector<ResolvedSchema> schemas;
    std::vector<NameLine> renamed;
    for (const NameLine& line : lines) {
      schemas.push_back({&line, line.names.front()});
      if (!line.steps.empty()) renamed.push_back(line);
    }
    PhysicalState state = find_physical_state(
        renamed, [&](const Identifier& name) { return catalog_.find_schema(name).has_value(); }, declared_);
    report(state, renamed, {"schema", "the database", schema_names()});
    if (!state.problems.empty()) return {};
    std::size_t next = 0;
    for (ResolvedSchema& schema : schemas) {
      if (!schema.line->steps.empty()) schema.physical = state.present[next++].front();
    }
    return schemas;
  }

  void resolve_tables(const Identifier& schema, const std::vector<const TableLine*>& tables,
                      std::vector<ResolvedTable>& out) {
    std::vector<NameLine> names;
    names.reserve(tables.size());
    for (const TableLine* table : tables)
      names.push_back(table->name);
    PhysicalState state = find_physical_state(
        names, [&](const Identifier& name) { return find_named(schema, name) != nullptr; }, declared_);
    const std::vector<std::string_view> known = table_names(schema);
    for (const StateProblem& problem : state.problems) {
      const std::string what = tables[problem.line]->is_sequence ? "sequence" : "table";
      findings_.push_back(
          describe(problem, names[problem.line], {what, "schema " + schema.to_sql(), known}, rules_));
    }
    for (std::size_t i = 0; state.problems.empty() && i < tables.size(); ++i) {
      if (is_of_kind(*tables[i], schema, state.present[i].front()))
        out.push_back(resolve_table(*tables[i], schema, std::move(state.present[i])));
    }
  }

  void resolve_types(const Identifier& schema, const std::vector<const TypeLine*>& types,
                     std::vector<ResolvedType>& out) {
    std::vector<NameLine> names;
    names.reserve(types.size());
    for (const TypeLine* type : types)
      names.push_back(type->name);
    PhysicalState state = find_physical_state(
        names, [&](const Identifier& name) { return find_type(schema, name) != nullptr; }, declared_);
    report(state, names, {"type", "schema " + schema.to_sql(), type_names(schema)});
    for (std::size_t i = 0; state.problems.empty() && i < types.size(); ++i)
      out.push_back({types[i], find_type(schema, state.present[i].front())});
  }

 private:
  struct place {
    std::string what, where;
    std::vector<std::string_view> names;
  };

  /// A table, view or sequence.
  const Relation* find_named(const Identifier& schema, const Identifier& name) const {
    const Relation* relation = catalog_.find(schema, name);
    const bool counts = relation != nullptr && relation->kind != RelationKind::other &&
                        relation->kind != RelationKind::index &&
                        relation->kind != RelationKind::composite_type;
    return counts ? relation : nullptr;
  }

  bool is_of_kind(const TableLine& line, const Identifier& schema, const Identifier& name) {
    const bool is_sequence = find_named(schema, name)->kind == RelationKind::sequence;
    if (is_sequence == line.is_sequence) return true;
    const SourcePosition at =
        line.name.steps.empty() ? line.name.first_mention : line.name.steps.front().from;
    findings_.push_back(rules_.diagnose(
        at, TableName{schema, name}.to_sql() + (is_sequence ? " is a sequence" : " is no sequence"),
        is_sequence ? "rename it with rename_sequence; its columns have the same names always"
                    : "rename it with rename_table"));
    return false;
  }

  /// One that can be renamed: arrays follow their elements.
  const parser::Type* find_type(const Identifier& schema, const Identifier& name) const {
    const parser::Type* type = catalog_.find_type(schema, name);
    return type != nullptr && type->element == parser::TypeId{} ? type : nullptr;
  }

  std::vector<std::string_view> type_names(const Identifier& schema) const {
    std::vector<std::string_view> names;
    for (const parser::Type& type : catalog_.types()) {
      if (type.schema == schema && type.element == parser::TypeId{}) names.push_back(type.name.str());
    }
    return names;
  }

  std::vector<std::string_view> schema_names() const {
    std::vector<std::string_view> names;
    for (const SchemaRow& schema : catalog_.schemas()) {
      if (!schema.name.str().starts_with("pg_")) names.push_back(schema.name.str());
    }
    return names;
  }

  std::vector<std::string_view> table_names(const Identifier& schema) const {
    std::vector<std::string_view> names;
    for (const Relation& relation : catalog_.relations()) {
      if (relation.schema == schema && find_named(schema, relation.name) != nullptr)
        names.push_back(relation.name.str());
    }
    return names;
  }

  ResolvedTable resolve_table(const TableLine& line, const Identifier& schema,
                              std::vector<Identifier> present) {
    ResolvedTable table{&line, std::move(present), {}};
    for (const Identifier& name : table.present)
      table.relations.push_back(resolve_relation(line, *find_named(schema, name)));
    return table;
  }

  ResolvedRelation resolve_relation(const TableLine& line, const Relation& relation) {
    ResolvedRelation resolved{&relation, resolve_parts(line.columns, relation, relation.columns, "column"),
                              resolve_parts(line.constraints, relation, relation.constraints, "constraint")};
    check_columns(resolved, catalog_, rules_, findings_);
    return resolved;
  }

  /// Columns or constraints of a table.
  template <class Part>
  std::vector<ResolvedColumn> resolve_parts(const std::vector<NameLine>& lines, const Relation& relation,
                                            const std::vector<Part>& parts, const char* what) {
    std::vector<std::string_view> names;
    names.reserve(parts.size());
    for (const Part& part : parts)
      names.push_back(part.name.str());
    const auto exists = [&](const Identifier& name) {
      return std::find(names.begin(), names.end(), name.str()) != names.end();
    };
    PhysicalState state = find_physical_state(lines, exists, declared_);
    const TableName table{relation.schema, relation.name};
    report(state, lines, {what, "table " + table.to_sql(), names});
    std::vector<ResolvedColumn> resolved;
    for (std::size_t i = 0; state.problems.empty() && i < lines.size(); ++i)
      resolved.push_back({&lines[i], std::move(state.present[i])});
    return resolved;
  }

  void report(const PhysicalState& state, const std::vector<NameLine>& lines, const place& at) {
    for (const StateProblem& problem : state.problems)
      findings_.push_back(describe(problem, lines[problem.line], {at.what, at.where, at.names}, rules_));
  }

  const PhysicalCatalog& catalog_;
  const RuleSet& rules_;
  std::vector<Diagnostic>& findings_;
  std::optional<std::size_t> declared_;
};

}  // namespace

const ResolvedRelation& ResolvedTable::in_version(std::size_t version) const {
  const Identifier& name = name_on_server(line->name, present, version);
  for (std::size_t i = 0; i < present.size(); ++i) {
    if (present[i] == name) return relations[i];
  }
  return relations.front();
}

ResolvedNames resolve_names(const NameHistory& history, const PhysicalCatalog& catalog, const RuleSet& rules,
                            std::vector<Diagnostic>& findings) {
  name_resolver resolver(catalog, rules, findings);
  ResolvedNames resolved{resolver.resolve_schemas(history.schemas), {}};
  if (resolved.schemas.empty()) return resolved;
  std::map<Identifier, std::vector<const TableLine*>> by_schema;
  for (const TableLine& line : history.tables)
    by_schema[resolved.schemas[line.schema].physical].push_back(&line);
  for (const auto& [schema, in_schema] : by_schema)
    resolver.resolve_tables(schema, in_schema, resolved.tables);
  std::map<Identifier, std::vector<const TypeLine*>> types_by_schema;
  for (const TypeLine& line : history.types)
    types_by_schema[resolved.schemas[line.schema].physical].push_back(&line);
  for (const auto& [schema, in_schema] : types_by_schema)
    resolver.resolve_types(schema, in_schema, resolved.types);
  return resolved;
}

}  // namespace pgsegue::rules

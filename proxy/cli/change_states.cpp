#include "proxy/cli/change_states.hpp"

#include "rules/name_history.hpp"
#include "rules/physical_state.hpp"
#include "rules/resolved_table.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace pgsegue::cli {
namespace {

using identifiers = std::vector<parser::Identifier>;

bool contains(std::span<const parser::Identifier> names, const parser::Identifier& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Where neither name of the step exists, the server is at the name of another version.
progress state_of(const rules::NameLine& line, const identifiers& present, std::size_t version) {
  const bool has_old = contains(present, line.names[version - 1]);
  const bool has_new = contains(present, line.names[version]);
  if (has_old && has_new) return progress::expanded;
  if (has_old || has_new) return has_new ? progress::done : progress::pending;
  const std::span newer = std::span(line.names).subspan(version);
  const bool passed = std::any_of(present.begin(), present.end(),
                                  [&](const parser::Identifier& name) { return contains(newer, name); });
  return passed ? progress::done : progress::pending;
}

class collector {
 public:
  collector(const rules::RuleSet& rules, const rules::NameHistory& history)
      : rules_(rules), history_(history) {}

  void add_schema(const rules::ResolvedSchema& schema) {
    const identifiers& names = schema.line->names;
    for (const rules::RenameStep& step : schema.line->steps) {
      add(step, "rename_schema " + names[step.version - 1].to_sql() + " to " + names[step.version].to_sql(),
          state_of(*schema.line, {schema.physical}, step.version));
    }
  }

  void add_table(const rules::ResolvedTable& table) {
    for (const rules::RenameStep& step : table.line->name.steps) {
      const auto& names = table.line->name.names;
      const std::string kind = table.line->is_sequence ? "rename_sequence " : "rename_table ";
      add(step, kind + table_name(table, step.version - 1) + " to " + names[step.version].to_sql(),
          state_of(table.line->name, table.present, step.version));
    }
    for (const rules::ResolvedRelation& relation : table.relations) {
      for (const rules::ResolvedColumn& column : relation.columns) {
        add_column(table, column, "rename_column ");
        add_presence(table, column);
      }
      for (const rules::ResolvedColumn& constraint : relation.constraints)
        add_column(table, constraint, "rename_constraint ");
      if (table.relations.size() > 1) return;  // each holds the columns of its own version
    }
  }

  void add_type(const rules::ResolvedType& type) {
    const identifiers& names = type.line->name.names;
    for (const rules::RenameStep& step : type.line->name.steps) {
      const parser::Identifier& schema = history_.schemas[type.line->schema].names[step.version - 1];
      add(step,
          "rename_type " + rules::TableName{schema, names[step.version - 1]}.to_sql() + " to " +
              names[step.version].to_sql(),
          state_of(type.line->name, {type.type->name}, step.version));
    }
  }

  std::vector<change_state> take() {
    std::stable_sort(found_.begin(), found_.end(), [](const change_state& a, const change_state& b) {
      return std::tie(a.at.line, a.at.column) < std::tie(b.at.line, b.at.column);
    });
    return std::move(found_);
  }

 private:
  void add_column(const rules::ResolvedTable& table, const rules::ResolvedColumn& column, const char* kind) {
    const identifiers& names = column.line->names;
    for (const rules::RenameStep& step : column.line->steps) {
      const progress state = state_of(*column.line, column.present, step.version);
      add(step,
          kind + table_name(table, step.version - 1) + "." + names[step.version - 1].to_sql() + " to " +
              names[step.version].to_sql(),
          state, state == progress::expanded ? reads(column, step.version) : std::string());
    }
  }

  std::string reads(const rules::ResolvedColumn& column, std::size_t version) const {
    const auto before = rules::name_to_read(*column.line, column.present, version - 1);
    const auto after = rules::name_to_read(*column.line, column.present, version);
    return "both are written, " +
           (before == after ? before.to_sql() + " is read" : "each is read by its versions");
  }

  /// While the column is there, versions with it and without it work side by side.
  void add_presence(const rules::ResolvedTable& table, const rules::ResolvedColumn& column) {
    const bool is_there = !column.present.empty();
    const auto& added = column.line->added;
    const auto& dropped = column.line->dropped;
    if (added)
      add(*added, "add_column " + column_name(table, column, added->version),
          is_there || dropped ? progress::done : progress::pending,
          is_there ? supplies(*added) : std::string());
    if (dropped)
      add(*dropped, "drop_column " + column_name(table, column, dropped->version - 1),
          is_there ? progress::pending : progress::done, is_there ? supplies(*dropped) : std::string());
  }

  static std::string supplies(const rules::PresenceStep& step) {
    return step.supply ? "inserts of versions without it give it " + step.supply->value : std::string();
  }

  std::string column_name(const rules::ResolvedTable& table, const rules::ResolvedColumn& column,
                          std::size_t version) const {
    return table_name(table, version) + "." + column.line->names[version].to_sql();
  }

  void add(const rules::RenameStep& step, std::string change, progress state, std::string note = {}) {
    found_.push_back(
        {rules_.version_names()[step.version], std::move(change), state, std::move(note), step.to});
  }

  void add(const rules::PresenceStep& step, std::string change, progress state, std::string note) {
    found_.push_back(
        {rules_.version_names()[step.version], std::move(change), state, std::move(note), step.at});
  }

  std::string table_name(const rules::ResolvedTable& table, std::size_t version) const {
    const parser::Identifier& schema = history_.schemas[table.line->schema].names[version];
    return rules::TableName{schema, table.line->name.names[version]}.to_sql();
  }

  const rules::RuleSet& rules_;
  const rules::NameHistory& history_;
  std::vector<change_state> found_;
};

}  // namespace

std::string_view to_string(progress state) {
  constexpr std::string_view words[] = {"pending", "expanded", "done"};
  return words[static_cast<std::size_t>(state)];
}

std::vector<change_state> change_states(const rules::RuleSet& rules, const rules::PhysicalCatalog& catalog) {
  std::vector<rules::Diagnostic> findings;
  const rules::NameHistory history = rules::trace_names(rules, findings);
  const rules::ResolvedNames names = rules::resolve_names(history, catalog, rules, findings);
  collector states(rules, history);
  for (const rules::ResolvedSchema& schema : names.schemas)
    states.add_schema(schema);
  for (const rules::ResolvedTable& table : names.tables)
    states.add_table(table);
  for (const rules::ResolvedType& type : names.types)
    states.add_type(type);
  return states.take();
}

}  // namespace pgsegue::cli

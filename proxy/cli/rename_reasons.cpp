#include "proxy/cli/rename_reasons.hpp"

#include <filesystem>
#include <optional>
#include <utility>

namespace pgsegue::cli {
namespace {

/// The version nearest to `version` in which the line has that name; newer ones win a tie.
std::optional<std::size_t> nearest_with_name(const rules::NameLine& line, const parser::Identifier& name,
                                             std::size_t version) {
  const std::size_t count = line.names.size();
  for (std::size_t distance = 0; distance < count; ++distance) {
    if (version + distance < count && line.names[version + distance] == name) return version + distance;
    if (distance <= version && line.names[version - distance] == name) return version - distance;
  }
  return std::nullopt;
}

}  // namespace

rename_reasons::rename_reasons(const rules::RuleSet& rules) : rules_(rules) {
  std::vector<rules::Diagnostic> findings;
  history_ = rules::trace_names(rules, findings);
}

const rules::TableLine* rename_reasons::find(const parser::Relation& logical, std::size_t version) const {
  for (const rules::TableLine& line : history_.tables) {
    const parser::Identifier& schema = history_.schemas[line.schema].names[version];
    if (schema == logical.schema && line.name.names[version] == logical.name) return &line;
  }
  return nullptr;
}

std::string rename_reasons::describe(const rules::NameLine& line, const parser::Identifier& physical,
                                     std::size_t version) const {
  const std::optional<std::size_t> there = nearest_with_name(line, physical, version);
  if (!there) return {};
  const auto [oldest, newest] = std::minmax(*there, version);
  const std::string file = std::filesystem::path(rules_.file()).filename();
  std::string reasons;
  for (const rules::RenameStep& step : line.steps) {
    if (step.version <= oldest || step.version > newest) continue;
    if (!reasons.empty()) reasons += ", ";
    reasons += rules_.version_names()[step.version] + " renames it (" + file + ":" +
               std::to_string(step.to.line) + ":" + std::to_string(step.to.column) + ")";
  }
  return reasons;
}

std::string rename_reasons::of_table(const parser::Relation& logical, const parser::Relation& physical,
                                     std::size_t version) const {
  const rules::TableLine* const line = find(logical, version);
  if (line != nullptr) {
    if (std::string reasons = describe(line->name, physical.name, version); !reasons.empty()) return reasons;
  }
  for (const rules::NameLine& schema : history_.schemas) {
    if (schema.names[version] == logical.schema) return describe(schema, physical.schema, version);
  }
  return {};
}

std::string rename_reasons::of_column(const parser::Relation& logical,
                                      const parser::Identifier& logical_column,
                                      const parser::Identifier& physical_column, std::size_t version) const {
  const rules::TableLine* const table = find(logical, version);
  return table == nullptr ? std::string() : of_part(table->columns, logical_column, physical_column, version);
}

std::string rename_reasons::of_constraint(const parser::Relation& logical,
                                          const parser::Identifier& logical_constraint,
                                          const parser::Identifier& physical_constraint,
                                          std::size_t version) const {
  const rules::TableLine* const table = find(logical, version);
  return table == nullptr ? std::string()
                          : of_part(table->constraints, logical_constraint, physical_constraint, version);
}

std::string rename_reasons::of_part(const std::vector<rules::NameLine>& lines,
                                    const parser::Identifier& logical, const parser::Identifier& physical,
                                    std::size_t version) const {
  for (const rules::NameLine& line : lines) {
    if (line.names[version] == logical) return describe(line, physical, version);
  }
  return {};
}

}  // namespace pgsegue::cli

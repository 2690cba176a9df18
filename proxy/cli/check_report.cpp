#include "proxy/cli/check_report.hpp"

#include <algorithm>

namespace pgsegue::cli {
namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.resize(width, ' ');
  return text;
}

}  // namespace

std::string count_findings(std::span<const rules::Diagnostic> diagnostics) {
  const auto errors = static_cast<std::size_t>(std::count_if(
      diagnostics.begin(), diagnostics.end(),
      [](const rules::Diagnostic& each) { return each.severity == rules::Diagnostic::Severity::error; }));
  const std::size_t warnings = diagnostics.size() - errors;
  if (diagnostics.empty()) return "no findings";
  if (warnings == 0) return counted(errors, "error");
  if (errors == 0) return counted(warnings, "warning");
  return counted(errors, "error") + ", " + counted(warnings, "warning");
}

std::string describe_versions(const std::string& database, const rules::RuleSet& rules) {
  std::string out = database + ": versions";
  const char* separator = " ";
  for (const std::string& version : rules.version_names()) {
    out += separator + version;
    separator = ", ";
  }
  return out + " (" + rules.file() + ")\n";
}

std::string describe_states(std::span<const change_state> states) {
  std::size_t version_width = 0, change_width = 0;
  for (const change_state& each : states) {
    version_width = std::max(version_width, each.version.size());
    change_width = std::max(change_width, each.change.size());
  }
  std::string out;
  for (const change_state& each : states) {
    out += "  " + padded(each.version, version_width) + "  " + padded(each.change, change_width) + "  ";
    out += std::string(to_string(each.state)) + (each.note.empty() ? "" : ": " + each.note) + "\n";
  }
  return out;
}

}  // namespace pgsegue::cli

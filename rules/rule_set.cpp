#include "rules/rule_set.hpp"

namespace pgsegue::rules {
namespace {

/// The line with that number, from 1, without its end.
std::string_view line_of(std::string_view text, unsigned number) {
  for (unsigned line = 1; line < number && !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string TableName::to_sql() const {
  return schema.str() == "public" ? name.to_sql() : schema.to_sql() + "." + name.to_sql();
}

std::vector<std::string> RuleSet::version_names() const {
  std::vector<std::string> names;
  names.reserve(versions_.size());
  for (const DeclaredVersion& version : versions_)
    names.push_back(version.name.value);
  return names;
}

Diagnostic RuleSet::diagnose(SourcePosition at, std::string message, std::string hint) const {
  Diagnostic finding{Diagnostic::Severity::error, file_,           at.line, at.column,
                     std::move(message),          std::move(hint), {}};
  if (at.line != 0) finding.source_line = line_of(text_, at.line);
  return finding;
}

}  // namespace pgsegue::rules

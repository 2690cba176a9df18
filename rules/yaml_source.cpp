#include "rules/yaml_source.hpp"

#include <algorithm>

namespace pgsegue::rules {
namespace {

unsigned characters_before(std::string_view line, std::size_t byte) {
  const std::string_view before = line.substr(0, byte);
  const auto count = std::count_if(before.begin(), before.end(),
                                   [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return static_cast<unsigned>(count);
}

}  // namespace

void YamlSource::split_lines() {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
}

SourcePosition YamlSource::position(int line, int column) const {
  if (line < 0) return {};
  const auto index = static_cast<std::size_t>(line);
  const std::string_view source = index < lines.size() ? lines[index] : "";
  const auto byte = static_cast<std::size_t>(std::max(column, 0));
  return {static_cast<unsigned>(line) + 1, characters_before(source, byte) + 1};
}

void YamlSource::add(Diagnostic::Severity severity, int line, int column, std::string message,
                     std::string hint) {
  const SourcePosition at = position(line, column);
  Diagnostic finding{severity, name, at.line, at.column, std::move(message), std::move(hint), {}};
  if (at.line != 0 && at.line <= lines.size()) finding.source_line = lines[at.line - 1];
  findings.push_back(std::move(finding));
}

}  // namespace pgsegue::rules

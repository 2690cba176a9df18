#pragma once

#include "rules/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// A file's name, text and findings: what all nodes of one YAML file share.
struct YamlSource {
  std::string name;
  std::string text;
  std::vector<std::string_view> lines;  ///< of `text`, without line ends
  std::vector<Diagnostic> findings;

  void split_lines();
  /// Of a place given as in `add`.
  SourcePosition position(int line, int column) const;
  /// `line` and `column` from 0, the column in bytes, as yaml-cpp counts; a line of -1 is the file as a
  /// whole.
  void add(Diagnostic::Severity severity, int line, int column, std::string message, std::string hint);
};

}  // namespace pgsegue::rules

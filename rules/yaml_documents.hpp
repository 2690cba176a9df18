#pragma once

#include <optional>
#include <string>

namespace pgsegue::rules {

/// What stands behind a YAML document. Line and column from 0, in bytes, as yaml-cpp counts.
struct YamlRemainder {
  int line, column;
  bool is_document;  ///< a second document; else text that yaml-cpp cannot read on from
};

/// What stands behind the first document of a text; nothing: there is only one. Throws YAML::Exception as
/// YAML::Load does. (YAML::LoadAll finds no end of documents in some texts that are not YAML, and runs out of
/// memory.)
std::optional<YamlRemainder> behind_first_document(const std::string& text);

}  // namespace pgsegue::rules

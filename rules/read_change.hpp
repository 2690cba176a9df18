#pragma once

#include "rules/rule_set.hpp"
#include "rules/yaml_reader.hpp"

#include <optional>

namespace pgsegue::rules {

/// One item of a version's `changes:`, a map of one key: the kind of change. Nothing, and an error at the
/// place, if it is not one that this release supports, or not complete.
std::optional<Change> read_change(const YamlNode& node);

}  // namespace pgsegue::rules

#pragma once

#include "parser/identifier.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace pgsegue::rules {

/// A name as the catalog has it.
inline parser::Identifier id(const char* name) {
  return parser::Identifier::from_catalog(name);
}

/// The names of a comma-separated list.
inline std::vector<parser::Identifier> names_in(const std::string& list) {
  std::istringstream in(list);
  std::vector<parser::Identifier> names;
  for (std::string name; std::getline(in, name, ',');)
    names.push_back(parser::Identifier::from_catalog(name));
  return names;
}

}  // namespace pgsegue::rules

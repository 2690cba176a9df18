#pragma once

#include "parser/catalog_view.hpp"
#include "parser/identifier.hpp"

#include <vector>

namespace pgsegue::session {

/// What PathProbe has learned about how unqualified names are looked up.
struct SearchPathCache {
  bool known = false;
  parser::SearchPath path;
  std::vector<parser::Identifier> temporary_relations;

  /// A statement was sent that may change it.
  void forget() { known = false; }
};

}  // namespace pgsegue::session

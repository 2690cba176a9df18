#pragma once

#include "parser/catalog_view.hpp"

#include <string>
#include <vector>

namespace pgsegue::rules {

/// A column that is written together with others, to the same value: both sides of an expanded rename.
/// Numbers of the physical relation.
struct Mirror {
  parser::AttrNumber read;               ///< the one that the version sees
  std::vector<parser::AttrNumber> also;  ///< the others, which are hidden from it
  bool operator==(const Mirror&) const = default;
};

/// A column that the version does not have and that its inserts give a value, in place of its default.
struct Supply {
  parser::AttrNumber column;
  std::string expression;  ///< SQL without references to columns, parameters and subqueries
  bool operator==(const Supply&) const = default;
};

/// What a version's writes to a table write beside the columns they name.
struct ColumnWrites {
  std::vector<Mirror> mirrors;   ///< by `read`
  std::vector<Supply> supplies;  ///< by column
  bool empty() const { return mirrors.empty() && supplies.empty(); }
  bool operator==(const ColumnWrites&) const = default;
};

}  // namespace pgsegue::rules

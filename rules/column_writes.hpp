#pragma once

#include "parser/catalog_view.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace pgsegue::rules {

/// A column that is written together with others, to the same value: both sides of an expanded rename.
/// Numbers of the physical relation.
struct Mirror {
  /// The one that the version sees; or, where it sees none of them, the one that others read first: its
  /// inserts give all of them one value, that of the supply for `read` if there is one.
  parser::AttrNumber read;
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
  /// The column of which this one holds the same; itself, if of none.
  parser::AttrNumber mirrored_from(parser::AttrNumber column) const {
    for (const Mirror& mirror : mirrors) {
      if (std::find(mirror.also.begin(), mirror.also.end(), column) != mirror.also.end()) return mirror.read;
    }
    return column;
  }
  /// True if a write of this column takes others along, or it is given a value unseen.
  bool speaks_of(parser::AttrNumber column) const {
    return std::any_of(mirrors.begin(), mirrors.end(),
                       [column](const Mirror& m) { return m.read == column; }) ||
           std::any_of(supplies.begin(), supplies.end(),
                       [column](const Supply& s) { return s.column == column; });
  }
  bool empty() const { return mirrors.empty() && supplies.empty(); }
  bool operator==(const ColumnWrites&) const = default;
};

}  // namespace pgsegue::rules

#pragma once

#include "parser/catalog_view.hpp"
#include "parser/identifier.hpp"
#include "rules/column_writes.hpp"

#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pgsegue::rules {

/// Lets a set of identifiers be asked for a name that is not (yet) an Identifier, without an allocation. The
/// name must be in catalog form: folded and unescaped.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const noexcept { return std::hash<std::string_view>{}(name); }
  std::size_t operator()(const parser::Identifier& name) const noexcept { return (*this)(name.str()); }
};
struct NameEqual {
  using is_transparent = void;
  static std::string_view view(std::string_view name) { return name; }
  static std::string_view view(const parser::Identifier& name) { return name.str(); }
  template <class A, class B>
  bool operator()(const A& a, const B& b) const noexcept {
    return view(a) == view(b);
  }
};
using NameSet = std::unordered_set<parser::Identifier, NameHash, NameEqual>;

/// The names on which a version and the physical schema do not agree, from either side.
struct AffectedNames {
  /// Names of every relation whose own name, schema or columns differ, the version's and the physical one,
  /// and of relations this version does not have.
  NameSet relations;
  /// Those of them whose own name or schema differs, or that this version does not have.
  NameSet renamed;
  /// Some sequence's own name or schema differs.
  bool sequences = false;
  /// Names of the columns that differ: the version's, the physical ones, and physical ones it does not have.
  NameSet columns;
  /// Names of the schemas that some version calls otherwise, this version's and the physical one.
  NameSet schemas;
  /// By the physical name of such a schema: its names in any version that no schema has now, but may have
  /// once the rename is carried out or taken back.
  std::map<parser::Identifier, std::vector<parser::Identifier>> free_schema_names;
  /// Names of the functions that return rows of an affected relation or a carrier.
  NameSet functions;
  /// Names of the carriers: relations that are the same but have a column of an affected relation's row type,
  /// or of a carrier's.
  NameSet carriers;
  /// Names of domains, arrays and ranges over the row type of an affected relation or a carrier.
  NameSet types;
  /// Names of the constraints that differ, from either side.
  NameSet constraints;
  /// Names of the tables that have them. They are the same but for that, which matters where definitions are
  /// copied or names are made up.
  NameSet constrained;
  /// Names of the types that differ, from either side, and of their arrays.
  NameSet renamed_types;
  /// The relations that a change of some version names, and what they are children or partitions of.
  std::unordered_set<parser::RelationId> kept;
  /// Those of which a column differs for no other reason than that a parent's does.
  std::unordered_set<parser::RelationId> inheriting;

  /// Relations of which the server does not have all of this version's columns, and one that it lacks.
  std::map<parser::RelationId, parser::Identifier> incomplete;

  /// Relations of which a declared change may add, drop or rename a column at any time, and their names. What
  /// stands for all columns of one has to name them, or it would give the new ones until the catalog is read
  /// again.
  std::unordered_set<parser::RelationId> unsettled;
  NameSet unsettled_names;

  /// Tables whose rows are written with more than the columns that a statement names.
  std::unordered_map<parser::RelationId, ColumnWrites> writes;
  /// Views through whose rules such a table can be written, at whatever distance.
  std::unordered_set<parser::RelationId> views_over_writes;
  NameSet views_over_writes_names;

  bool empty() const {
    return relations.empty() && schemas.empty() && constraints.empty() && renamed_types.empty();
  }
};

}  // namespace pgsegue::rules

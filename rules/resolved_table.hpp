#pragma once

#include "parser/catalog_view.hpp"
#include "rules/name_history.hpp"

#include <optional>
#include <vector>

namespace pgsegue::rules {

class PhysicalCatalog;

/// A renamed column or constraint and where it is: the one or (expanded) several names it has on the server.
struct ResolvedColumn {
  const NameLine* line;
  std::vector<parser::Identifier> present;
};

/// A relation of the server with its renamed columns and constraints.
struct ResolvedRelation {
  const parser::Relation* relation;
  std::vector<ResolvedColumn> columns;
  std::vector<ResolvedColumn> constraints{};
};

/// A table that changes mention, laid over the catalog: one relation, or several if it is expanded. Points
/// into the lines and the catalog it was made from.
struct ResolvedTable {
  const TableLine* line;
  std::vector<parser::Identifier> present;  ///< the relations' names
  std::vector<ResolvedRelation> relations;  ///< in the order of `present`

  const ResolvedRelation& in_version(std::size_t version) const;
};

/// A schema that changes mention, and what the server calls it.
struct ResolvedSchema {
  const NameLine* line;
  parser::Identifier physical;
};

/// A type that changes mention, and what the server calls it.
struct ResolvedType {
  const TypeLine* line;
  const parser::Type* type;
};

/// A rule file's names laid over the catalog.
struct ResolvedNames {
  std::vector<ResolvedSchema> schemas;  ///< as in NameHistory
  std::vector<ResolvedTable> tables;
  std::vector<ResolvedType> types{};
};

/// Finds every line's physical state. What is found wrong is added to `findings`; with an error the result is
/// not to be used. `history` and `catalog` must outlive it.
ResolvedNames resolve_names(const NameHistory& history, const PhysicalCatalog& catalog, const RuleSet& rules,
                            std::vector<Diagnostic>& findings);

}  // namespace pgsegue::rules

#pragma once

#include "rules/diagnostic.hpp"
#include "rules/physical_catalog.hpp"
#include "rules/rule_set.hpp"
#include "rules/snapshot.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace pgsegue::rules {

/// A column that some versions' inserts give a value they do not name: what the server is still to be asked
/// about it, whether the expression has a type that can be assigned to the column.
struct SuppliedColumn {
  TableName table;            ///< as the server calls it
  parser::Identifier column;  ///< as the server calls it
  Located<std::string> expression;
};

/// `snapshot` is null if and only if `diagnostics` holds an error.
struct BuiltSnapshot {
  std::shared_ptr<const Snapshot> snapshot;
  std::vector<Diagnostic> diagnostics;
  std::vector<SuppliedColumn> supplied;
};

/// Lays the declared versions over the catalog: finds the physical state of every rename and makes each
/// version's view. Fails with one diagnostic per contradiction, pointing into the rule file: a renamed table
/// or column of which no name exists, or several do, or a swap whose state names alone do not tell.
BuiltSnapshot build_snapshot(std::shared_ptr<const PhysicalCatalog> catalog,
                             std::shared_ptr<const RuleSet> rules, std::uint64_t epoch);

}  // namespace pgsegue::rules

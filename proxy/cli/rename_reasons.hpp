#pragma once

#include "parser/catalog_view.hpp"
#include "rules/name_history.hpp"
#include "rules/rule_set.hpp"

#include <string>
#include <vector>

namespace pgsegue::cli {

/// Says which declared renames lie between what a version calls something and what the server calls it.
class rename_reasons {
 public:
  /// `rules` must outlive it.
  explicit rename_reasons(const rules::RuleSet& rules);

  /// `v2 renames it (shop.yaml:6:48)`; empty if no declared rename explains the difference.
  std::string of_table(const parser::Relation& logical, const parser::Relation& physical,
                       std::size_t version) const;
  std::string of_column(const parser::Relation& logical, const parser::Identifier& logical_column,
                        const parser::Identifier& physical_column, std::size_t version) const;
  std::string of_constraint(const parser::Relation& logical, const parser::Identifier& logical_constraint,
                            const parser::Identifier& physical_constraint, std::size_t version) const;

 private:
  std::string of_part(const std::vector<rules::NameLine>& lines, const parser::Identifier& logical,
                      const parser::Identifier& physical, std::size_t version) const;
  const rules::TableLine* find(const parser::Relation& logical, std::size_t version) const;
  std::string describe(const rules::NameLine& line, const parser::Identifier& physical,
                       std::size_t version) const;

  const rules::RuleSet& rules_;
  rules::NameHistory history_;
};

}  // namespace pgsegue::cli

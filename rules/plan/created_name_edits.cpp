#include "parser/identifier_token.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"
#include "rules/text_refusals.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

/// The name is free in the version and taken on the server, or the other way round.
bool may_be_taken(const StatementEdits& plan, const parser::CreatedName& created) {
  const AffectedNames& affected = plan.input.affected;
  const bool is_taken =
      affected.renamed.contains(created.name) || affected.renamed_types.contains(created.name);
  return (created.is_relation && !created.is_temporary && is_taken) ||
         (created.is_constraint && affected.constraints.contains(created.name));
}

/// Columns that it inherits, or rows in them, have other names on the server.
bool has_other_names(const StatementEdits& plan, const parser::CreatedName& created) {
  if (created.parent && plan.has_changed_columns(*created.parent)) return true;
  return std::any_of(created.rows.begin(), created.rows.end(),
                     [&](const parser::RowType& row) { return !plan.names.same_column_names_within(row); });
}

/// Something of the statement may be a table whose columns are kept in several, or a view over one.
bool may_lead_to_writes(const StatementEdits& plan) {
  const AffectedNames& affected = plan.input.affected;
  return std::any_of(plan.bound.items.begin(), plan.bound.items.end(), [&](const parser::RangeItem& item) {
    return item.relation != nullptr && (affected.writes.contains(item.relation->id) ||
                                        affected.views_over_writes.contains(item.relation->id));
  });
}

/// A view over something temporary is temporary too.
bool may_be_temporary(const StatementEdits& plan, const parser::CreatedName& created) {
  return created.is_temporary ||
         std::any_of(plan.bound.items.begin(), plan.bound.items.end(), [](const parser::RangeItem& item) {
           return item.kind == parser::ItemKind::temporary || item.kind == parser::ItemKind::missing;
         });
}

/// Writes through it would go to one of the columns only, and the catalog that is read knows it not, or not
/// yet.
bool is_unknown_way_to_writes(const StatementEdits& plan, const parser::CreatedName& created) {
  return created.is_view && may_lead_to_writes(plan);
}

}  // namespace

void edit_created_names(StatementEdits& plan) {
  for (std::size_t i = 0; i < plan.bound.created.size(); ++i) {
    const parser::CreatedName& created = plan.bound.created[i];
    if (may_be_taken(plan, created)) {
      plan.obstruct(refusal("the creation of \"" + created.name.str() + '"',
                            "Something has this name in another version: choose another name."));
    } else if (created.is_temporary && has_other_names(plan, created)) {
      // The catalog that is read knows none of the session's own.
      plan.obstruct(refusal("a temporary table with rows of a table whose columns have other names",
                            "Select the columns one by one instead of the row."));
    } else if (is_unknown_way_to_writes(plan, created) && may_be_temporary(plan, created)) {
      plan.obstruct(
          refusal("a temporary view over a table of which one column is kept in several on the server",
                  "Select from the table itself."));
    } else if (!created.is_written && plan.choices.named.contains(i)) {
      plan.edits.add_behind(created.at, (created.is_constraint ? "CONSTRAINT " : "") + created.name.to_sql());
    }
  }
}

std::vector<parser::Identifier> unknown_names(const StatementEdits& plan) {
  std::vector<parser::Identifier> names;
  for (const parser::CreatedName& created : plan.bound.created) {
    if (has_other_names(plan, created) || is_unknown_way_to_writes(plan, created))
      names.push_back(created.name);
  }
  return names;
}

std::optional<SqlError> refuse_use_behind(const StatementEdits& plan,
                                          const std::vector<parser::Identifier>& names) {
  if (names.empty()) return std::nullopt;
  const auto& tokens = plan.input.tokens;
  const parser::TokenRange& own = plan.bound.tokens;
  for (std::size_t i = static_cast<std::size_t>(own.first) + own.count; i < tokens.size(); ++i) {
    const auto name = parser::identifier_at(plan.input.text, tokens, static_cast<parser::TokenIndex>(i));
    if (name && std::find(names.begin(), names.end(), *name) != names.end()) return refuse_made(*name);
  }
  return std::nullopt;
}

}  // namespace pgsegue::rules::plan

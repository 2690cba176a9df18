#include "rules/plan/refusal.hpp"
#include "rules/plan/row_wrap.hpp"
#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

namespace {

using parser::Identifier;
using parser::RangeItem;
using parser::Reference;
using parser::ReferenceKind;
using parser::TokenRange;

Identifier table_of(const StatementEdits& plan, const Reference& reference) {
  const auto item = reference.base ? reference.base->item : reference.target.item;
  if (item == parser::no_item) return {};
  const RangeItem& range = plan.bound.item(item);
  return range.relation != nullptr ? range.relation->name : range.name;
}

Identifier column_of(const StatementEdits& plan, const Reference& reference) {
  return reference.base ? plan.names.logical_name(*reference.base) : Identifier{};
}

void obstruct(StatementEdits& plan, const Reference& reference) {
  plan.obstruct(reference_refusal(reference, column_of(plan, reference), table_of(plan, reference)));
}

/// `schema.table` in front of a column becomes the alias that the table gets; where there can be none, the
/// table's new name, with its schema if another table is called the same.
void edit_qualifier(StatementEdits& plan, const Reference& reference, std::size_t qualifiers) {
  const RangeItem& item = plan.bound.item(reference.target.item);
  if (qualifiers == 0 || item.kind != parser::ItemKind::relation || item.has_alias) return;
  const parser::Relation* server = plan.names.physical(*item.relation);
  if (server == nullptr || plan.names.same_name(*item.relation)) return;
  if (plan.gets_alias(item) && qualifiers == 1) return;
  const auto first = static_cast<std::size_t>(reference.parts.front().first);
  const TokenRange& last = reference.parts[qualifiers - 1];
  const auto end = static_cast<std::size_t>(last.first) + last.count;
  const bool has_own_name = !plan.gets_alias(item) && !plan.shares_name(item);
  const std::string schema = qualifiers > 1 ? server->schema.to_sql() + '.' : "";
  plan.edits.replace({reference.parts.front().first, static_cast<std::uint32_t>(end - first)},
                     has_own_name ? schema + server->name.to_sql() : plan.qualifier_of(item));
}

/// A column whose own name on the server would be taken for something else gets its table's name in front.
void qualify(StatementEdits& plan, const Reference& reference, const Identifier& written) {
  const RangeItem& item = plan.bound.item(reference.target.item);
  if (item.name.empty()) return obstruct(plan, reference);
  plan.edits.replace(reference.parts.back(), plan.qualifier_of(item) + '.' + written.to_sql());
}

Identifier written_name(const StatementEdits& plan, const Reference& reference) {
  if (auto changed = plan.new_name(reference.base)) return *changed;
  if (reference.base) return plan.names.logical_name(*reference.base);
  const RangeItem& item = plan.bound.item(reference.target.item);
  for (const parser::ItemColumn& column : item.columns) {
    if (column.origin == reference.target) return column.name;
  }
  return {};
}

/// The relation whose rows these are; 0: of no relation, or arrays of them.
parser::RelationId single_row_of(const StatementEdits& plan, const Reference& reference) {
  if (reference.kind != ReferenceKind::whole_row)
    return reference.row.type.array_levels == 0 ? reference.row.type.relation : parser::RelationId{};
  const RangeItem& item = plan.bound.item(reference.target.item);
  return item.relation != nullptr ? item.relation->id : parser::RelationId{};
}

/// A row that shows other names, or other columns, than it would in the version.
void edit_shown_row(StatementEdits& plan, const Reference& reference, bool has_other_columns) {
  if (reference.row_use == parser::RowUse::partial) return;
  if (reference.row_use == parser::RowUse::harmless && !has_other_columns) return;
  const parser::RelationId relation = single_row_of(plan, reference);
  const bool can_wrap = reference.row_use == parser::RowUse::shown && relation != parser::RelationId{} &&
                        reference.written.count > 0 && allows_subquery(reference.role);
  const auto wrap = can_wrap ? wrapped_row(plan.names, relation) : std::nullopt;
  if (!wrap) return obstruct(plan, reference);
  plan.edits.wrap(reference.written, wrap->before, wrap->after);
  if (reference.parts.empty()) return;
  // `t.*` would be a list there.
  const std::size_t end =
      static_cast<std::size_t>(reference.parts.back().first) + reference.parts.back().count;
  const std::size_t written_end = static_cast<std::size_t>(reference.written.first) + reference.written.count;
  if (written_end > end)
    plan.edits.replace({static_cast<parser::TokenIndex>(end), static_cast<std::uint32_t>(written_end - end)},
                       "");
}

/// A column of a composite type: the row in it has its columns' names on the server.
void edit_row_in_column(StatementEdits& plan, const Reference& reference) {
  if (plan.names.same_column_names_within(reference.row.type)) return;
  edit_shown_row(plan, reference, !plan.names.same_columns_within(reference.row.type));
}

void edit_column(StatementEdits& plan, const Reference& reference, bool qualified) {
  edit_row_in_column(plan, reference);
  const auto changed = plan.new_name(reference.base);
  if (reference.contested && changed) obstruct(plan, reference);
  if (reference.parts.empty()) return;
  const Identifier written = qualified ? written_name(plan, reference) : Identifier{};
  if (qualified && reference.parts.size() == 1 && !written.empty()) return qualify(plan, reference, written);
  plan.edits.replace(reference.parts.back(),
                     changed ? std::optional<std::string>(changed->to_sql()) : std::nullopt);
  edit_qualifier(plan, reference, reference.parts.size() - 1);
}

/// A name whose column is not known has to stay: in JOIN … USING it may be a changed column's on the other
/// side.
void keep(StatementEdits& plan, const Reference& reference) {
  if (!reference.parts.empty()) plan.edits.replace(reference.parts.back(), std::nullopt);
}

void edit_row(StatementEdits& plan, const Reference& reference) {
  const parser::ItemIndex item = reference.target.item;
  if (plan.shows_other_names(item)) edit_shown_row(plan, reference, plan.has_other_columns(item));
  edit_qualifier(plan, reference, reference.parts.size());
}

/// `(value).field`
void edit_field(StatementEdits& plan, const Reference& reference) {
  edit_row_in_column(plan, reference);
  const auto changed = plan.new_name(reference.base);
  if (reference.parts.empty()) return;
  plan.edits.replace(reference.parts.back(),
                     changed ? std::optional<std::string>(changed->to_sql()) : std::nullopt);
}

}  // namespace

void edit_references(StatementEdits& plan) {
  for (std::size_t i = 0; i < plan.bound.references.size(); ++i) {
    const Reference& reference = plan.bound.references[i];
    if (reference.kind == ReferenceKind::column) {
      edit_column(plan, reference, plan.choices.qualified.contains(i));
    } else if (reference.kind == ReferenceKind::whole_row) {
      edit_row(plan, reference);
    } else if (reference.kind == ReferenceKind::field) {
      edit_field(plan, reference);
    } else if (reference.kind == ReferenceKind::value) {
      edit_row_in_column(plan, reference);
    } else if (reference.kind == ReferenceKind::unknown) {
      keep(plan, reference);
    }
  }
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"

#include <algorithm>
#include <vector>

namespace pgsegue::rules::plan {

namespace {

using parser::ImplicitList;
using parser::Reference;

/// The columns that the server takes without a list: of an INSERT the first of these, of COPY all that are
/// not generated.
std::vector<std::int32_t> taken_on_server(const parser::Relation& server, bool is_copy) {
  std::vector<std::int32_t> taken;
  for (const parser::Column& column : server.columns) {
    if (!is_copy || !column.is_generated) taken.push_back(static_cast<std::int32_t>(column.number));
  }
  return taken;
}

/// True if without a list the server would take the same columns.
bool is_same_on_server(const StatementEdits& plan, const ImplicitList& list, const parser::Relation& server) {
  const bool is_copy = plan.bound.item(list.item).alias_use == parser::AliasUse::none;
  const std::vector<std::int32_t> taken = taken_on_server(server, is_copy);
  if (list.count > taken.size() || (is_copy && list.count != taken.size())) return false;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    if (plan.bound.references[list.first + i].target.column != taken[i]) return false;
  }
  return true;
}

std::string list_text(const StatementEdits& plan, const ImplicitList& list) {
  std::string text;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    const Reference& reference = plan.bound.references[list.first + i];
    const auto changed = plan.names.new_name(*reference.base);
    const parser::Identifier name = changed ? *changed : plan.names.logical_name(*reference.base);
    text += (text.empty() ? "(" : ", ") + name.to_sql();
  }
  return text + ')';
}

/// True if the list is made by edit_writes().
bool gets_more_columns(const StatementEdits& plan, const ImplicitList& list) {
  const auto& writes = plan.bound.writes;
  return plan.input.affected.writes.contains(plan.bound.item(list.item).relation->id) &&
         std::any_of(writes.begin(), writes.end(),
                     [&](const parser::Write& write) { return write.item == list.item; });
}

}  // namespace

void edit_implicit_lists(StatementEdits& plan) {
  for (const ImplicitList& list : plan.bound.implicit_lists) {
    const parser::RangeItem& item = plan.bound.item(list.item);
    if (list.count == 0 || item.relation == nullptr) continue;
    const parser::Relation* server = plan.names.physical(*item.relation);
    if (server == nullptr) continue;
    // An INSERT names no column that may come.
    const bool is_copy = item.alias_use == parser::AliasUse::none;
    if (gets_more_columns(plan, list)) continue;
    const bool stays = !is_copy || !list.at || !plan.is_unsettled(item);
    if (stays && is_same_on_server(plan, list, *server)) continue;
    if (list.at) {
      plan.edits.add_behind(*list.at, list_text(plan, list));
    } else {
      plan.obstruct(refusal("an INSERT without a column list", "Name the columns that are inserted."));
    }
  }
}

}  // namespace pgsegue::rules::plan

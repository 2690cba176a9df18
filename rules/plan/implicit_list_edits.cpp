#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

namespace {

using parser::ImplicitList;
using parser::Reference;

/// True if without a list the server would take the same columns.
bool is_same_on_server(const StatementEdits& plan, const ImplicitList& list, const parser::Relation& server) {
  const bool takes_all = plan.bound.item(list.item).alias_use == parser::AliasUse::none;
  if (list.count > server.columns.size() || (takes_all && list.count != server.columns.size())) return false;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    const auto number = static_cast<std::int32_t>(server.columns[i].number);
    if (plan.bound.references[list.first + i].target.column != number) return false;
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

}  // namespace

void edit_implicit_lists(StatementEdits& plan) {
  for (const ImplicitList& list : plan.bound.implicit_lists) {
    const parser::RangeItem& item = plan.bound.item(list.item);
    if (list.count == 0 || item.relation == nullptr) continue;
    const parser::Relation* server = plan.names.physical(*item.relation);
    if (server == nullptr || is_same_on_server(plan, list, *server)) continue;
    if (list.at) {
      plan.edits.add_behind(*list.at, list_text(plan, list));
    } else {
      plan.obstruct(refusal("an INSERT without a column list", "Name the columns that are inserted."));
    }
  }
}

}  // namespace pgsegue::rules::plan

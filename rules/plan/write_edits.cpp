#include "rules/plan/refusal.hpp"
#include "rules/plan/written_columns.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

using parser::RangeItem;
using parser::Relation;
using parser::Write;

SqlError view_refusal(const Relation& relation) {
  return refusal("a write to view \"" + relation.name.str() +
                     "\", over a table of which one column is kept in several on the server,",
                 "Write to the table itself.");
}

/// True if the statement uses a name that the rewriting would give to something of its own.
bool uses_name(const StatementEdits& plan, const char* name) {
  const auto names_it = [&](const parser::Token& token) {
    return parser::text_of(plan.input.text, token).find(name) != std::string_view::npos;
  };
  return std::any_of(plan.input.tokens.begin(), plan.input.tokens.end(), names_it);
}

/// A query of another width than its columns is an error, which the server finds.
bool fails(const Write& write) {
  return write.kind == Write::Kind::query && write.width && *write.width != write.columns.size();
}

void edit_write(StatementEdits& plan, const WrittenColumns& columns) {
  switch (columns.write().kind) {
    case Write::Kind::values:
      return edit_inserted_rows(plan, columns);
    case Write::Kind::query:
      return edit_inserted_query(plan, columns);
    case Write::Kind::defaults:
      return edit_inserted_defaults(plan, columns);
    case Write::Kind::set:
      return edit_set_list(plan, columns);
    case Write::Kind::copy:
      return edit_copied_rows(plan, columns);
    case Write::Kind::unknown:
      return plan.obstruct(refusal(
          "an INSERT or COPY of this form into a table of which one column is kept in several on the server",
          "Write INSERT with a plain VALUES or SELECT, or COPY … FROM STDIN."));
  }
}

}  // namespace

void add_to_column_list(StatementEdits& plan, const WrittenColumns& columns, const std::string& names) {
  const Write& write = columns.write();
  if (write.columns_end) return plan.edits.append(*write.columns_end, {{names}});
  if (!write.columns_at || write.columns.empty()) return;
  std::string list;
  for (const parser::WrittenColumn& column : write.columns) {
    const auto& base = plan.bound.references[static_cast<std::size_t>(column.reference)].base;
    if (base) list += (list.empty() ? "(" : ", ") + columns.name(base->number);
  }
  plan.edits.add_behind(*write.columns_at, list + ')', list + names + ')');
}

void edit_writes(StatementEdits& plan) {
  for (const Write& write : plan.bound.writes) {
    const RangeItem& item = plan.bound.item(write.item);
    if (item.relation == nullptr) continue;
    if (plan.input.affected.views_over_writes.contains(item.relation->id))
      plan.obstruct(view_refusal(*item.relation));
    const auto extra = plan.input.affected.writes.find(item.relation->id);
    const Relation* server = plan.names.physical(*item.relation);
    if (extra == plan.input.affected.writes.end() || server == nullptr) continue;
    if (uses_name(plan, once_name) || uses_name(plan, rows_name))
      plan.obstruct(refusal(
          "a statement that uses the name \"" + std::string(once_name) + "\" or \"" + rows_name + "\"",
          "Choose another name."));
    const WrittenColumns columns(plan, write, extra->second, *server);
    if (fails(write)) {
      add_to_column_list(plan, columns, {});
    } else {
      edit_write(plan, columns);
    }
  }
}

}  // namespace pgsegue::rules::plan

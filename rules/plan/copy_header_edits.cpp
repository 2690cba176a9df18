#include "rules/plan/statement_edits.hpp"

#include <algorithm>
#include <set>

namespace pgsegue::rules::plan {

namespace {

using parser::CopyHeader;
using parser::Reference;

bool is_generated(const parser::Relation& relation, std::int32_t number) {
  return std::any_of(relation.columns.begin(), relation.columns.end(),
                     [number](const parser::Column& column) {
                       return static_cast<std::int32_t>(column.number) == number && column.is_generated;
                     });
}

/// True if the server will not carry out the statement: then there will be no header, and the error is to be
/// the one about a table.
bool fails(const StatementEdits& plan, const CopyHeader& header) {
  const parser::Relation& relation = *plan.bound.item(header.item).relation;
  std::set<std::int32_t> columns;
  for (std::uint32_t i = header.first; i < header.end; ++i) {
    const Reference& reference = plan.bound.references[i];
    const std::int32_t number = reference.target.column;
    if (reference.problem || !reference.base || is_generated(relation, number)) return true;
    const bool is_listed = i < header.first + header.count;
    if (is_listed != columns.insert(number).second) return true;
  }
  return header.count == 0 || header.tokens.count == 0;
}

}  // namespace

/// `COPY people (surname) TO …` becomes `COPY (SELECT surname AS last_name FROM ONLY people) TO …`: a query
/// has the names it selects, and options name columns by these.
void edit_copy_header(StatementEdits& plan) {
  const auto& header = plan.bound.copy_header;
  if (!header || !plan.has_changed_columns(header->item) || fails(plan, *header)) return;
  const parser::RangeItem& item = plan.bound.item(header->item);
  const parser::Relation* server = plan.names.physical(*item.relation);
  if (server == nullptr) return;
  std::string list;
  for (std::uint32_t i = header->first; i < header->first + header->count; ++i) {
    const parser::BaseColumn& base = *plan.bound.references[i].base;
    const parser::Identifier name = plan.names.logical_name(base);
    const auto changed = plan.names.new_name(base);
    list +=
        (list.empty() ? "" : ", ") + (changed ? changed->to_sql() + " AS " + name.to_sql() : name.to_sql());
  }
  plan.edits.settle(header->tokens,
                    "(SELECT " + list + " FROM ONLY " + name_on_server(plan, item, *server) + ")");
  for (std::uint32_t i = header->first + header->count; i < header->end; ++i) {
    for (const parser::TokenRange& part : plan.bound.references[i].parts)
      plan.edits.settle(part, std::nullopt);
  }
}

}  // namespace pgsegue::rules::plan

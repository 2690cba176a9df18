#include "parser/binder.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"

#include <algorithm>
#include <optional>

namespace pgsegue::rules::plan {

namespace {

using parser::Identifier;
using parser::RangeItem;
using parser::Relation;

std::string name_in_sql(const Relation& relation, bool with_schema) {
  const std::string name = relation.name.to_sql();
  return with_schema ? relation.schema.to_sql() + '.' + name : name;
}

parser::TokenRange whole_name(const RangeItem& item) {
  const auto first = static_cast<std::size_t>(item.parts.front().first);
  const auto last = static_cast<std::size_t>(item.parts.back().first) + item.parts.back().count;
  return {item.parts.front().first, static_cast<std::uint32_t>(last - first)};
}

std::string column_list(const StatementEdits& plan, const Relation& server) {
  std::string list;
  for (const parser::Column& column : server.columns) {
    const parser::BaseColumn base{server.id, column.number, {}};
    list += (list.empty() ? "(" : ", ") + plan.names.logical_name(base).to_sql();
  }
  return list + ')';
}

/// The parenthesis behind the statement's own column aliases. There are only names in front of it.
std::optional<std::size_t> end_of_aliases(const PlanInput& input, const RangeItem& item) {
  for (auto i = static_cast<std::size_t>(item.columns_at); i < input.tokens.size(); ++i) {
    if (parser::text_of(input.text, input.tokens[i]) == ")") return i;
  }
  return std::nullopt;
}

/// The statement's aliases stand for the first columns; the others get theirs behind them.
void complete_aliases(StatementEdits& plan, const RangeItem& item) {
  std::string list;
  for (const parser::ItemColumn& column : item.columns) {
    if (column.base) list += ", " + plan.names.logical_name(*column.base).to_sql();
  }
  const auto end = end_of_aliases(plan.input, item);
  if (end && !list.empty()) plan.edits.replace({static_cast<parser::TokenIndex>(*end), 1}, list + ')');
}

bool needs_schema(const StatementEdits& plan, const RangeItem& item, const Relation& server) {
  return item.parts.size() > 1 || plan.choices.tables_with_schema || !is_found_bare(plan.input, server);
}

void edit_relation(StatementEdits& plan, parser::ItemIndex index, const RangeItem& item) {
  const Relation* server = plan.names.physical(*item.relation);
  if (server == nullptr || item.parts.empty()) {
    plan.obstruct(refusal("the use of table \"" + item.relation->name.str() + "\"",
                          "Write the table's name as a plain identifier."));
    return;
  }
  const bool is_qualified = item.parts.size() > 1;
  const bool changes =
      !plan.names.same_name(*item.relation) || needs_schema(plan, item, *server) != is_qualified;
  if (changes) plan.edits.replace(whole_name(item), name_on_server(plan, item, *server));
  const bool substituted = plan.is_substituted(index);
  const bool needs_alias = plan.gets_alias(item) || (substituted && !item.has_alias);
  if (needs_alias) plan.edits.add_behind(item.alias_at, "AS " + item.name.to_sql());
  if (!substituted) return;
  if (item.has_column_aliases) {
    complete_aliases(plan, item);
  } else {
    plan.edits.add_behind(item.columns_at, column_list(plan, *server));
  }
}

}  // namespace

bool is_found_bare(const PlanInput& input, const Relation& relation) {
  if (input.search_path == nullptr) return false;
  if (parser::means_temporary(input.physical, input.search_path, input.temporary_relations, relation.name))
    return false;
  return parser::find_on_path(input.physical, *input.search_path, relation.name) == &relation;
}

bool is_found_bare(const PlanInput& input, const parser::Type& type) {
  if (input.search_path == nullptr) return false;
  if (parser::means_temporary(input.physical, input.search_path, input.temporary_relations, type.name))
    return false;
  for (const parser::Identifier& schema : *input.search_path) {
    if (const parser::Type* found = input.physical.find_type(schema, type.name)) return found->id == type.id;
    // Row types of tables are not among the types.
    if (input.physical.find(schema, type.name) != nullptr) return false;
  }
  return false;
}

std::string name_on_server(const StatementEdits& plan, const RangeItem& item, const Relation& server) {
  return name_in_sql(server, needs_schema(plan, item, server));
}

void edit_relations(StatementEdits& plan) {
  for (std::size_t i = 0; i < plan.bound.items.size(); ++i) {
    const RangeItem& item = plan.bound.items[i];
    if (item.kind == parser::ItemKind::relation) edit_relation(plan, static_cast<parser::ItemIndex>(i), item);
  }
}

}  // namespace pgsegue::rules::plan

#include "tests/parser/print_bound.hpp"

#include <algorithm>
#include <array>

namespace pgsegue::parser::test {

namespace {

constexpr std::array<std::string_view, 24> roles = {
    "target",    "values",        "where",      "join on",     "join using",      "from",
    "group by",  "having",        "order by",   "distinct on", "window",          "limit",
    "returning", "insert column", "set column", "set value",   "conflict target", "conflict where",
    "locked",    "copy column",   "maintained", "merge when",  "defined",         "definition"};

std::string item_name(const RangeItem& item) {
  if (item.kind == ItemKind::relation) {
    const std::string schema = item.relation->schema.str();
    return (schema == "public" ? "" : schema + '.') + item.relation->name.str();
  }
  if (!item.name.empty()) return item.name.str();
  return item.kind == ItemKind::join ? "join" : "query";
}

std::string column_name(const RangeItem& item, ColumnId id) {
  if (id.column < 0) return "system column " + std::to_string(-id.column);
  if (item.relation != nullptr) {
    const auto& columns = item.relation->columns;
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& column) {
      return static_cast<std::int32_t>(column.number) == id.column;
    });
    return found == columns.end() ? "?" : found->name.str();
  }
  const auto found = std::find_if(item.columns.begin(), item.columns.end(),
                                  [&](const ItemColumn& column) { return column.origin == id; });
  return found == item.columns.end() ? "?" : found->name.str();
}

std::string what(const BoundStatement& bound, const Reference& reference) {
  const bool has_item = !bound.items.empty() && reference.target.item != no_item;
  const RangeItem* item = has_item ? &bound.item(reference.target.item) : nullptr;
  switch (reference.kind) {
    case ReferenceKind::column:
      return item_name(*item) + '.' + column_name(*item, reference.target) + ' ' +
             std::to_string(reference.depth);
    case ReferenceKind::field:
      if (item == nullptr) return "field " + std::to_string(reference.target.column) + " of a row";
      return "field " + item_name(*item) + '.' + column_name(*item, reference.target);
    case ReferenceKind::value:
      return "a row";
    case ReferenceKind::whole_row:
      return item_name(*item) + " row " + std::to_string(reference.depth);
    case ReferenceKind::relation:
      return item_name(*item);
    case ReferenceKind::output:
      return "output " + std::to_string(reference.target.column);
    case ReferenceKind::unknown:
      return "unknown";
    case ReferenceKind::unresolved:
      break;
  }
  const Problem& problem = *reference.problem;
  std::string text = problem.sqlstate + ' ' + problem.message;
  if (problem.at) text += " at " + std::to_string(*problem.at);
  if (!problem.hint.empty()) text += " (" + problem.hint + ')';
  if (!problem.detail.empty()) text += " (" + problem.detail + ')';
  return text;
}

std::string print(const BoundStatement& bound, std::span<const Token> tokens, const Reference& reference) {
  std::string line = "-";
  if (!reference.parts.empty()) {
    const auto first = static_cast<std::size_t>(reference.parts.back().first);
    line = first < tokens.size() ? std::to_string(tokens[first].begin) : "?";
  }
  line += ' ' + what(bound, reference) + ' ' + std::string(roles[static_cast<std::size_t>(reference.role)]);
  if (reference.contested) line += " contested";
  return line + '\n';
}

std::string print(const CreatedName& created) {
  return std::string(created.is_written ? "creates " : "chooses ") +
         (created.is_temporary ? "temporary " : "") + (created.is_relation ? "relation " : "constraint ") +
         created.name.str() + '\n';
}

std::string print(const Doubt& doubt) {
  const std::string name = doubt.name.empty() ? "" : " \"" + doubt.name.str() + '"';
  return "doubt " + doubt.construct + name + '\n';
}

}  // namespace

std::string print_bound(const BoundStatement& bound, std::span<const Token> tokens) {
  std::string text;
  for (const Reference& reference : bound.references)
    text += print(bound, tokens, reference);
  for (const auto& level : bound.outputs) {
    std::string names;
    for (const OutputColumn& output : level)
      names += (names.empty() ? "" : ", ") + output.name.str();
    if (!names.empty()) text += "out " + names + '\n';
  }
  for (const CreatedName& created : bound.created)
    text += print(created);
  for (const Doubt& doubt : bound.doubts)
    text += print(doubt);
  return text;
}

}  // namespace pgsegue::parser::test

#include "rules/plan/row_wrap.hpp"

namespace pgsegue::rules::plan {

namespace {

/// A name that is not that of a column: `SELECT name` must mean the row.
parser::Identifier row_name(const parser::Relation& relation) {
  std::string name = "row_of_version";
  while (relation.find_column(parser::Identifier::from_catalog(name)) != nullptr)
    name += '_';
  return parser::Identifier::from_catalog(name);
}

std::optional<std::string> field_text(const NameMap& names, const parser::Relation& server,
                                      const parser::Column& column) {
  const parser::Column* physical = nullptr;
  for (const parser::Column& candidate : server.columns) {
    if (candidate.number == column.number) physical = &candidate;
  }
  if (physical == nullptr) return std::nullopt;
  std::string text = "(w.r)." + physical->name.to_sql();
  const bool is_other_row = !names.same_column_names_within(column.row);
  if (is_other_row) {
    const auto wrap = column.row.array_levels == 0 ? wrapped_row(names, column.row.relation) : std::nullopt;
    if (!wrap) return std::nullopt;
    text = wrap->before + text + wrap->after;
  }
  if (is_other_row || physical->name != column.name) text += " AS " + column.name.to_sql();
  return text;
}

}  // namespace

std::optional<RowWrap> wrapped_row(const NameMap& names, parser::RelationId relation) {
  const parser::Relation* logical = names.logical(relation);
  const parser::Relation* server = names.physical(relation);
  if (logical == nullptr || server == nullptr || logical->columns.empty()) return std::nullopt;
  const std::string name = row_name(*logical).to_sql();
  RowWrap wrap{"(SELECT " + name + " FROM (SELECT ", {}};
  for (const parser::Column& column : logical->columns) {
    const auto field = field_text(names, *server, column);
    if (!field || wrap.before.size() + field->size() > most_wrap_bytes) return std::nullopt;
    wrap.before += (&column == &logical->columns.front() ? "" : ", ") + *field;
  }
  wrap.before += " FROM (SELECT ";
  wrap.after = "AS r) AS w WHERE w.r IS DISTINCT FROM NULL) AS " + name + ')';
  return wrap;
}

}  // namespace pgsegue::rules::plan

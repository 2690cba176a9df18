#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

namespace {

/// The value with one field after the other behind it, as PostgreSQL expands it.
std::string fields_text(const StatementEdits& plan, std::string_view value, const parser::Relation& server,
                        const parser::Relation& logical) {
  std::string text;
  for (const parser::Column& column : logical.columns) {
    const auto changed = plan.names.new_name({server.id, column.number, parser::no_item});
    text += (text.empty() ? "" : ", ") + std::string(value) + '.';
    text += changed ? changed->to_sql() + " AS " + column.name.to_sql() : column.name.to_sql();
  }
  return text;
}

void edit_field_star(StatementEdits& plan, const parser::FieldStar& star) {
  if (plan.names.same_column_names(star.relation)) return;
  const parser::Relation* server = plan.names.physical(star.relation);
  const parser::Relation* logical = plan.names.logical(star.relation);
  if (server == nullptr || logical == nullptr) {
    plan.obstruct(refusal("all fields of a composite value", "Name the fields one by one."));
    return;
  }
  const auto first = static_cast<std::size_t>(star.tokens.first);
  const parser::Token& dot = plan.input.tokens[first + star.tokens.count - 2];
  const std::size_t begin = plan.input.tokens[first].begin;
  const std::string_view value = plan.input.text.substr(begin, dot.begin - begin);
  plan.edits.replace(star.tokens, fields_text(plan, value, *server, *logical));
}

}  // namespace

void edit_field_stars(StatementEdits& plan) {
  for (const parser::FieldStar& star : plan.bound.field_stars)
    edit_field_star(plan, star);
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

namespace {

/// What stands behind the value for one field after the other, as PostgreSQL expands it.
std::vector<std::string> fields_of(const StatementEdits& plan, const parser::Relation& server,
                                   const parser::Relation& logical) {
  std::vector<std::string> fields;
  for (const parser::Column& column : logical.columns) {
    const auto changed = plan.names.new_name({server.id, column.number, parser::no_item});
    fields.push_back('.' +
                     (changed ? changed->to_sql() + " AS " + column.name.to_sql() : column.name.to_sql()));
  }
  return fields;
}

void edit_field_star(StatementEdits& plan, const parser::FieldStar& star) {
  if (plan.names.same_column_names(star.relation)) return;
  const parser::Relation* server = plan.names.physical(star.relation);
  const parser::Relation* logical = plan.names.logical(star.relation);
  if (server == nullptr || logical == nullptr) {
    plan.obstruct(refusal("all fields of a composite value", "Name the fields one by one."));
    return;
  }
  // The last two are the dot and the star.
  plan.edits.repeat(star.tokens, {star.tokens.first, star.tokens.count - 2},
                    fields_of(plan, *server, *logical));
}

}  // namespace

void edit_field_stars(StatementEdits& plan) {
  for (const parser::FieldStar& star : plan.bound.field_stars)
    edit_field_star(plan, star);
}

}  // namespace pgsegue::rules::plan

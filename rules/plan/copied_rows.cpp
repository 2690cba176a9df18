#include "rules/plan/refusal.hpp"
#include "rules/plan/written_columns.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

using parser::Reference;
using parser::Write;

/// True if the rows that the client will send can be told to be those of this statement.
bool is_alone(const StatementEdits& plan) {
  const parser::TokenRange& statement = plan.bound.tokens;
  const std::size_t end = static_cast<std::size_t>(statement.first) + statement.count;
  const auto behind = plan.input.tokens.subspan(std::min(end, plan.input.tokens.size()));
  return static_cast<std::size_t>(statement.first) == 0 &&
         std::all_of(behind.begin(), behind.end(), [&](const parser::Token& token) {
           return parser::text_of(plan.input.text, token) == ";";
         });
}

/// Options name columns too, for which the others get the same treatment.
void edit_options(StatementEdits& plan, const WrittenColumns& columns, const Mirror& mirror,
                  const std::string& others) {
  const Write& write = columns.write();
  for (std::size_t i = 0; i < plan.bound.references.size(); ++i) {
    const Reference& reference = plan.bound.references[i];
    const bool is_listed = std::any_of(write.columns.begin(), write.columns.end(), [&](const auto& column) {
      return static_cast<std::size_t>(column.reference) == i;
    });
    const bool is_named = reference.role == parser::Role::copy_column && !is_listed &&
                          !reference.parts.empty() && reference.base && reference.base->number == mirror.read;
    if (is_named) plan.edits.wrap(reference.parts.back(), "", others);
  }
}

}  // namespace

/// COPY FROM with columns more, whose values are put behind every row on its way to the server.
void edit_copied_rows(StatementEdits& plan, const WrittenColumns& columns) {
  if (!columns.extra().supplies.empty())
    return plan.obstruct(refusal("COPY into a table with a column that this version does not have",
                                 "Use INSERT, which gives that column its value."));
  if (!is_alone(plan))
    return plan.obstruct(
        refusal("COPY beside other statements of one message into a table of which one column "
                "is kept in several on the server",
                "Send the statements one by one."));
  const auto& doubts = plan.bound.doubts;
  const bool matches_header = std::any_of(doubts.begin(), doubts.end(), [](const parser::Doubt& doubt) {
    return doubt.kind == parser::DoubtKind::header;
  });
  if (matches_header)
    return plan.obstruct(
        refusal("COPY FROM with HEADER MATCH into a table of which one column is kept in several on "
                "the server",
                "Use HEADER without MATCH."));
  CopyFields copy{columns.write().copy, columns.write().columns.size(), {}};
  std::string names;
  for (const Mirror& mirror : columns.extra().mirrors) {
    const auto place = columns.place_of(mirror.read);
    if (!place && columns.has_one_default(mirror)) continue;
    if (!place)
      return plan.obstruct(
          refusal("COPY that leaves out a column with a default which is kept in several columns on the "
                  "server",
                  "Name the column in the list, and copy values for it."));
    std::string others;
    for (const parser::AttrNumber column : mirror.also) {
      others += ", " + columns.name(column);
      copy.fields.push_back(*place);
    }
    edit_options(plan, columns, mirror, others);
    names += others;
  }
  add_to_column_list(plan, columns, names);
  if (!copy.fields.empty()) plan.copy = std::move(copy);
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

namespace {

/// A cast gives its result the name of the type.
bool has_other_type_name(const StatementEdits& plan, const parser::OutputColumn& output) {
  if (plan.has_other_name(output.type)) return true;
  const parser::Relation* server = output.row_type ? plan.names.physical(*output.row_type) : nullptr;
  return server != nullptr && server->name != output.name;
}

}  // namespace

void edit_outputs(StatementEdits& plan) {
  for (const auto& level : plan.bound.outputs) {
    for (const parser::OutputColumn& output : level) {
      if (!output.from_star && (plan.new_name(output.base) || has_other_type_name(plan, output)))
        plan.edits.add_behind(output.end, "AS " + output.name.to_sql());
    }
  }
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/statement_edits.hpp"

namespace pgsegue::rules::plan {

void edit_outputs(StatementEdits& plan) {
  for (const auto& level : plan.bound.outputs) {
    for (const parser::OutputColumn& output : level) {
      if (!output.from_star && (plan.new_name(output.base) || plan.has_other_name(output.type)))
        plan.edits.add_behind(output.end, "AS " + output.name.to_sql());
    }
  }
}

}  // namespace pgsegue::rules::plan

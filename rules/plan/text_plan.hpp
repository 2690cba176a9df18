#pragma once

#include "parser/bound_statement.hpp"
#include "parser/parse_tree.hpp"
#include "rules/plan.hpp"
#include "rules/plan/choices.hpp"
#include "rules/plan/comparison.hpp"
#include "rules/plan/names_in_force.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace pgsegue::rules::plan {

/// One statement of the text that names something affected.
struct AffectedStatement {
  std::size_t index = 0;  ///< among the text's statements
  NamesInForce names;     ///< in front of it
  parser::BoundStatement bound;
  Choices choices;
};

/// The edits of a text. Where a row gets the version's column names, an expression is put around it: `names`
/// are the edits without that, which do not change what a name means.
struct PlannedEdits {
  EditProgram program;
  std::optional<EditProgram> names;  ///< empty: the same
};

/// Plans the edits of all affected statements of a text and checks the result.
///
/// Starts with the plain renaming in place. Where the check finds that a name of the result means something
/// else, the choices of that statement are tightened and all is planned anew: first the captured reference is
/// qualified or the tables get their schema, then affected tables get a column alias list. What still differs
/// then is refused.
class TextPlan {
 public:
  TextPlan(const PlanInput& input, std::vector<AffectedStatement> statements)
      : input_(input), statements_(std::move(statements)) {}

  std::variant<EditProgram, SqlError> run();

 private:
  /// One round: the program, or why a statement cannot be planned so.
  std::variant<PlannedEdits, SqlError> plan_edits(std::size_t& obstructed);
  /// Empty: the program does what it should. Else the statement, and the error if nothing mends it.
  struct Failure {
    std::size_t statement = 0;
    std::optional<Difference> difference;
    SqlError error;
  };
  std::optional<Failure> verify(const PlannedEdits& edits);
  std::optional<Failure> verify_names(const EditProgram& program);
  std::optional<Failure> verify_outputs(const EditProgram& program);
  bool tighten(AffectedStatement& statement, const std::optional<Difference>& difference);
  SqlError explain(const AffectedStatement& statement, SqlError otherwise) const;

  const PlanInput& input_;
  std::vector<AffectedStatement> statements_;
};

}  // namespace pgsegue::rules::plan

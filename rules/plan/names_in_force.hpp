#pragma once

#include "parser/bound_statement.hpp"
#include "parser/name_effects.hpp"
#include "rules/plan.hpp"

#include <optional>
#include <vector>

namespace pgsegue::rules::plan {

/// What unqualified names stand for in front of one statement of a text, as far as it can be told from those
/// before it. The server analyses each statement only when the one before it has run.
class NamesInForce {
 public:
  explicit NamesInForce(const PlanInput& input);

  /// The statement with these effects has run.
  void pass(const parser::NameEffects& effects, const PlanInput& input);

  /// The input with the path and temporary relations in force. Valid as long as this is.
  PlanInput apply_to(const PlanInput& input) const;
  /// False: a statement of these tokens may name what has changed.
  bool are_certain_for(const parser::TokenRange& statement, const PlanInput& input) const;
  /// Something beside the shape of the text took part.
  bool depend_on_session() const { return depend_on_session_; }

 private:
  void end_transaction(parser::NameEffects::End end);
  void change_path(const parser::NameEffects& effects, const PlanInput& input);
  void make_temporary(const parser::Identifier& name, const PlanInput& input);

  std::optional<parser::SearchPath> path_;
  std::vector<parser::Identifier> temporary_relations_;
  std::vector<parser::Identifier> changed_objects_;
  bool anything_changed_ = false;
  bool commit_undoes_ = false;
  bool rollback_undoes_ = false;
  bool depend_on_session_ = false;
};

}  // namespace pgsegue::rules::plan

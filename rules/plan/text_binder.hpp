#pragma once

#include "parser/binder.hpp"
#include "rules/affected_gate.hpp"
#include "rules/plan/text_plan.hpp"

#include <map>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace pgsegue::rules::plan {

/// The statements that the text itself prepares, in front of those that the session has prepared.
class PreparedInText final : public parser::PreparedNames {
 public:
  explicit PreparedInText(const parser::PreparedNames* before) : before_(before) {}

  void add(const PgQuery__RawStmt& statement, const parser::BoundStatement& bound) {
    if (statement.stmt == nullptr || statement.stmt->node_case != PG_QUERY__NODE__NODE_PREPARE_STMT) return;
    by_name_[parser::Identifier::from_catalog(statement.stmt->prepare_stmt->name)] = bound.parameter_uses;
  }
  std::optional<std::span<const parser::ParameterUse>> find(const parser::Identifier& name) const override {
    if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
    return before_ != nullptr ? before_->find(name) : std::nullopt;
  }

 private:
  const parser::PreparedNames* before_;
  std::map<parser::Identifier, std::vector<parser::ParameterUse>> by_name_;
};

/// What binding a text against the version's names tells.
struct BoundText {
  std::vector<AffectedStatement> statements;
  std::vector<parser::ParameterUse> parameters;
  bool depends_on_session = false;  ///< or on the values of constants
};

/// Binds the statements that need an answer against the version's names.
class TextBinder {
 public:
  TextBinder(const PlanInput& input, const PgQuery__ParseResult& tree, PreparedInText& prepared)
      : input_(input), tree_(tree), prepared_(prepared), names_(input) {}

  std::variant<BoundText, SqlError, NeedsPath> run();

 private:
  using Answer = std::variant<std::monostate, SqlError, NeedsPath>;
  Answer bind(std::size_t index);
  Answer bind_affected(std::size_t index, const parser::TokenRange& tokens);
  Answer bind_names(const PgQuery__RawStmt& statement);
  void note(const PgQuery__RawStmt& statement, const parser::BoundStatement& bound);
  void note_made(const parser::BoundStatement& bound);

  const PlanInput& input_;
  const PgQuery__ParseResult& tree_;
  PreparedInText& prepared_;
  const AffectedGate gate_{input_.affected, AffectedGate::Use::once};
  NamesInForce names_;
  BoundText text_;
  std::vector<parser::Identifier> made_;  ///< by the statements so far: names of which no columns are known
};

}  // namespace pgsegue::rules::plan

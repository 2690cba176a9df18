#include "parser/parse_tree.hpp"
#include "rules/plan.hpp"
#include "rules/plan/doubts.hpp"
#include "rules/plan/grammar_error.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/plan/text_binder.hpp"
#include "rules/plan/text_plan.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::rules {

namespace {

struct SyntaxErrorAnswer {
  const PlanInput& input;

  SqlError operator()(const parser::ParseTree&) const { return {}; }
  SqlError operator()(const parser::SyntaxError& error) const {
    if (!input.grammar_matches_server)
      return plan::refusal("a statement that cannot be parsed (" + error.message + ')',
                           "Connect as version raw and use the names that the server has.");
    SqlError answer = plan::grammar_error(error.message);
    if (error.byte)
      answer.position = plan::character_position(input.text, *error.byte, input.encoding_is_utf8);
    return answer;
  }
  SqlError operator()(const parser::TooDeep&) const {
    return {"54001",
            "pgsegue cannot rewrite a statement nested this deeply",
            {},
            "Write it with less nesting.",
            0};
  }
  SqlError operator()(const parser::TooLong&) const {
    return {"54001",
            "pgsegue cannot rewrite a statement of this many words",
            {},
            "Split it into several, or pass long lists as array parameters.",
            0};
  }
};

bool changes_shape(const plan::AffectedStatement& statement) {
  const auto& doubts = statement.bound.doubts;
  return std::any_of(doubts.begin(), doubts.end(), [](const parser::Doubt& doubt) {
    return doubt.kind == parser::DoubtKind::shape || doubt.kind == parser::DoubtKind::dropped ||
           doubt.kind == parser::DoubtKind::constraint_shape || doubt.kind == parser::DoubtKind::type_shape;
  });
}

}  // namespace

PlanResult plan_statement(const PlanInput& input) {
  const parser::ParseOutcome outcome =
      parser::parse(input.text, input.tokens, input.lexing, parser::ParseLimits{input.max_depth});
  const auto* tree = std::get_if<parser::ParseTree>(&outcome);
  PlanResult result{EditProgram{}, false, false};
  if (tree == nullptr) {
    result.outcome = std::visit(SyntaxErrorAnswer{input}, outcome);
    return result;
  }
  plan::PreparedInText prepared(input.prepared);
  PlanInput own = input;
  own.prepared = &prepared;
  auto bound = plan::TextBinder(own, tree->root(), prepared).run();
  if (auto* error = std::get_if<SqlError>(&bound)) {
    result.outcome = std::move(*error);
  } else if (std::holds_alternative<NeedsPath>(bound)) {
    result.outcome = NeedsPath{};
  } else {
    auto& text = std::get<plan::BoundText>(bound);
    result.value_dependent = text.depends_on_session;
    const bool only_shape = !text.statements.empty() &&
                            std::all_of(text.statements.begin(), text.statements.end(), changes_shape);
    auto planned = plan::TextPlan(own, std::move(text.statements)).run();
    std::visit([&](auto& outcome_of_plan) { result.outcome = std::move(outcome_of_plan); }, planned);
    if (auto* program = std::get_if<EditProgram>(&result.outcome))
      program->parameters = std::move(text.parameters);
    result.only_changes_shape = only_shape && std::holds_alternative<SqlError>(result.outcome);
  }
  return result;
}

}  // namespace pgsegue::rules

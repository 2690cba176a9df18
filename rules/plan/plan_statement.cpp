#include "parser/binder.hpp"
#include "parser/identifier_token.hpp"
#include "parser/name_effects.hpp"
#include "parser/parse_tree.hpp"
#include "rules/affected_gate.hpp"
#include "rules/plan.hpp"
#include "rules/plan/doubts.hpp"
#include "rules/plan/grammar_error.hpp"
#include "rules/plan/names_in_force.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/plan/text_plan.hpp"

#include <algorithm>

namespace pgsegue::rules {

namespace {

using parser::TokenIndex;
using parser::TokenRange;

/// True if the statement holds the name of an affected relation or of a function that returns its rows.
bool is_affected(const PlanInput& input, const AffectedGate& gate, const TokenRange& statement) {
  const auto first = static_cast<std::size_t>(statement.first);
  for (std::size_t i = first; i < first + statement.count; ++i) {
    if (gate.admits(input.text, input.tokens, static_cast<TokenIndex>(i))) return true;
  }
  return false;
}

/// The name of a function called here that returns rows of an affected relation among other things.
std::optional<parser::Identifier> affected_call(const PlanInput& input, const TokenRange& statement) {
  const auto first = static_cast<std::size_t>(statement.first);
  for (std::size_t i = first; i + 1 < first + statement.count; ++i) {
    if (parser::text_of(input.text, input.tokens[i + 1]) != "(") continue;
    auto name = parser::identifier_at(input.text, input.tokens, static_cast<TokenIndex>(i));
    if (name && input.affected.functions.contains(*name) && !input.logical.row_function(*name)) return name;
  }
  return std::nullopt;
}

SqlError changed_names_refusal() {
  return plan::refusal("a statement behind one of the same message that may change what its names mean",
                       "Send the statements one by one.");
}

SqlError function_refusal(const parser::Identifier& name) {
  return plan::refusal("a call of function \"" + name.str() + "\", which returns rows of a table",
                       "Select from the table itself.");
}

struct SyntaxErrorAnswer {
  const PlanInput& input;

  SqlError operator()(const parser::ParseTree&) const { return {}; }
  SqlError operator()(const parser::SyntaxError& error) const {
    if (!input.grammar_matches_server)
      return plan::refusal("a statement that cannot be parsed (" + error.message + ')',
                           "Connect as version raw and use the names that the server has.");
    SqlError answer = plan::grammar_error(error.message);
    answer.position = plan::character_position(input.text, error.byte, input.encoding_is_utf8);
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

struct BoundText {
  std::vector<plan::AffectedStatement> statements;
  bool depends_on_session = false;
};

/// The statements that need an answer, bound against the version's names; or the answer.
std::variant<BoundText, SqlError, NeedsPath> bind_affected(const PlanInput& input,
                                                           const PgQuery__ParseResult& tree) {
  const AffectedGate gate(input.affected, AffectedGate::Use::once);
  BoundText text;
  plan::NamesInForce names(input);
  for (std::size_t i = 0; i < tree.n_stmts; ++i) {
    const PgQuery__RawStmt& statement = *tree.stmts[i];
    const TokenRange tokens = parser::statement_tokens(statement, input.tokens);
    if (is_affected(input, gate, tokens)) {
      if (!names.are_certain_for(tokens, input)) return changed_names_refusal();
      if (const auto function = affected_call(input, tokens)) return function_refusal(*function);
      const PlanInput here = names.apply_to(input);
      parser::BindResult bound = parser::bind_statement(
          statement, {here.text, here.tokens, here.logical, here.search_path, here.temporary_relations});
      if (bound.needs_path && input.search_path == nullptr) return NeedsPath{};
      if (bound.needs_path) return changed_names_refusal();
      text.depends_on_session |= names.depend_on_session();
      text.statements.push_back({i, names, std::move(bound.statement), {}});
    }
    if (i + 1 < tree.n_stmts) names.pass(parser::name_effects(statement), input);
  }
  return text;
}

bool changes_shape(const plan::AffectedStatement& statement) {
  const auto& doubts = statement.bound.doubts;
  return std::any_of(doubts.begin(), doubts.end(),
                     [](const parser::Doubt& doubt) { return doubt.kind == parser::DoubtKind::shape; });
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
  auto bound = bind_affected(input, tree->root());
  if (auto* error = std::get_if<SqlError>(&bound)) {
    result.outcome = std::move(*error);
  } else if (std::holds_alternative<NeedsPath>(bound)) {
    result.outcome = NeedsPath{};
  } else {
    auto& text = std::get<BoundText>(bound);
    result.value_dependent = text.depends_on_session;
    for (const plan::AffectedStatement& statement : text.statements)
      result.value_dependent |= plan::depends_on_values(statement.bound);
    const bool only_shape = std::all_of(text.statements.begin(), text.statements.end(), changes_shape);
    auto planned = plan::TextPlan(input, std::move(text.statements)).run();
    std::visit([&](auto& outcome_of_plan) { result.outcome = std::move(outcome_of_plan); }, planned);
    result.only_changes_shape = only_shape && std::holds_alternative<SqlError>(result.outcome);
  }
  return result;
}

}  // namespace pgsegue::rules

#include "tests/fuzz/answer.hpp"

#include <tuple>

namespace pgsegue::fuzz {
namespace {

auto fields(const rules::SqlError& error) {
  return std::tie(error.sqlstate, error.message, error.detail, error.hint, error.position);
}

auto fields(const rules::StatementEffects& effects) {
  return std::tie(effects.may_change_search_path, effects.may_create_temporary, effects.is_ddl,
                  effects.only_ends_transaction, effects.prepares_path_change, effects.runs_prepared,
                  effects.makes);
}

}  // namespace

bool Answer::operator==(const Answer& other) const {
  return action == other.action && text == other.text && fields(error) == fields(other.error) &&
         fields(effects) == fields(other.effects) && prepared.kind == other.prepared.kind &&
         prepared.name == other.prepared.name && affected == other.affected && passed == other.passed &&
         parameters == other.parameters;
}

std::string describe(const Answer& answer) {
  const rules::StatementEffects& effects = answer.effects;
  std::string text = "action " + std::to_string(static_cast<int>(answer.action));
  text += answer.affected ? ", affected: " : ", not affected: ";
  text += answer.text + answer.error.sqlstate + ' ' + answer.error.message + " at " +
          std::to_string(answer.error.position) + ", passed: " + answer.passed + ", effects";
  for (const bool effect :
       {effects.may_change_search_path, effects.may_create_temporary, effects.is_ddl,
        effects.only_ends_transaction, effects.prepares_path_change, effects.runs_prepared})
    text += effect ? " 1" : " 0";
  for (const parser::Identifier& name : effects.makes)
    text += " makes " + name.str();
  for (const parser::ParameterUse& use : answer.parameters)
    text += ", $" + std::to_string(use.number) + " in role " + std::to_string(static_cast<int>(use.role));
  return text + '\n';
}

Answer ask(rules::Rewriter& rewriter, std::string_view text, const rules::StatementContext& context) {
  const rules::Rewrite rewrite = rewriter.rewrite(text, context);
  return {.action = rewrite.action,
          .text = std::string(rewrite.text),
          .error = rewrite.error == nullptr ? rules::SqlError{} : *rewrite.error,
          .effects = rewrite.effects,
          .prepared = rewrite.prepared,
          .affected = rewrite.affected,
          .passed = std::string(rewrite.passed),
          .parameters = {rewrite.parameters.begin(), rewrite.parameters.end()}};
}

}  // namespace pgsegue::fuzz

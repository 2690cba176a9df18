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
#include "rules/text_refusals.hpp"

#include <algorithm>

namespace pgsegue::rules {

namespace {

using parser::TokenIndex;
using parser::TokenRange;

/// The search path in the version's names, without schemas that the version does not have.
parser::SearchPath logical_path(const PlanInput& input) {
  parser::SearchPath path;
  for (const parser::Identifier& element : *input.search_path) {
    const auto id = input.physical.find_schema(element);
    // What is not in the catalog snapshot (the session's temporary schema) has one name.
    const parser::Identifier* name = id ? input.logical.schema_name(*id) : &element;
    if (name != nullptr) path.push_back(*name);
  }
  return path;
}

/// True if the statement may set or show the search path, for which it need not name anything affected.
bool touches_path(const PgQuery__RawStmt& statement) {
  if (statement.stmt == nullptr) return false;
  switch (statement.stmt->node_case) {
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
    case PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT:
    case PG_QUERY__NODE__NODE_SELECT_STMT:
    case PG_QUERY__NODE__NODE_INSERT_STMT:
    case PG_QUERY__NODE__NODE_UPDATE_STMT:
    case PG_QUERY__NODE__NODE_DELETE_STMT:
      return true;
    default:
      return false;
  }
}

/// True if the statement holds the name of an affected relation or of a function that returns its rows.
bool is_affected(const PlanInput& input, const AffectedGate& gate, const PgQuery__RawStmt& statement,
                 const TokenRange& tokens) {
  const bool is_definition = !touches_path(statement);
  const auto first = static_cast<std::size_t>(tokens.first);
  for (std::size_t i = first; i < first + tokens.count; ++i) {
    const auto token = static_cast<TokenIndex>(i);
    if (gate.admits(input.text, input.tokens, token) ||
        (is_definition && gate.admits_in_definition(input.text, input.tokens, token)))
      return true;
  }
  return false;
}

bool is_in(const TokenRange& range, TokenIndex token) {
  const auto first = static_cast<std::size_t>(range.first), index = static_cast<std::size_t>(token);
  return index >= first && index < first + range.count;
}

bool is_in_any(const std::vector<TokenRange>& ranges, TokenIndex token) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const TokenRange& range) { return is_in(range, token); });
}

/// True if the token is part of something that the binder has resolved.
bool is_bound(const parser::BoundStatement& bound, TokenIndex token) {
  const auto has_part = [&](const auto& each) { return is_in_any(each.parts, token); };
  const auto is_inside = [&](const auto& each) { return is_in(each.tokens, token); };
  return std::any_of(bound.items.begin(), bound.items.end(), has_part) ||
         std::any_of(bound.references.begin(), bound.references.end(), has_part) ||
         std::any_of(bound.name_uses.begin(), bound.name_uses.end(), is_inside) ||
         std::any_of(bound.stars.begin(), bound.stars.end(), is_inside);
}

/// True if some name means nothing: the statement fails, whatever else it names.
bool has_unresolved(const parser::BoundStatement& bound) {
  return std::any_of(bound.references.begin(), bound.references.end(), [](const parser::Reference& each) {
    return each.kind == parser::ReferenceKind::unresolved || each.kind == parser::ReferenceKind::unknown;
  });
}

/// True if the statement has a constant that holds an affected name.
bool holds_constant(const PlanInput& input, const TokenRange& statement) {
  return std::any_of(input.constants.begin(), input.constants.end(),
                     [&](const ConstantName& constant) { return is_in(statement, constant.token); });
}

/// The first of these constants of which the binder does not know for certain what it names.
std::optional<SqlError> refuse_unread_constant(const PlanInput& input, const TokenRange& statement,
                                               const parser::BoundStatement& bound) {
  for (const ConstantName& constant : input.constants) {
    const bool is_read =
        std::any_of(bound.name_uses.begin(), bound.name_uses.end(),
                    [&](const parser::NameUse& use) { return is_in(use.tokens, constant.token); });
    if (is_read || !is_in(statement, constant.token)) continue;
    const std::size_t byte = input.tokens[static_cast<std::size_t>(constant.token)].begin;
    return refuse_constant(constant, plan::character_position(input.text, byte, input.encoding_is_utf8));
  }
  return std::nullopt;
}

/// A schema's name that differs, in a place where the binder does not know it: in front of a name, or
/// anywhere in a statement that is no query.
std::optional<SqlError> refuse_unread_schema(const PlanInput& input, const PgQuery__RawStmt& statement,
                                             const TokenRange& range, const parser::BoundStatement& bound) {
  const bool is_query = touches_path(statement);
  if (input.affected.schemas.empty() || (is_query && has_unresolved(bound))) return std::nullopt;
  const auto first = static_cast<std::size_t>(range.first);
  for (std::size_t i = first; i < first + range.count; ++i) {
    const auto token = static_cast<TokenIndex>(i);
    const auto name = parser::identifier_at(input.text, input.tokens, token);
    if (!name || !input.affected.schemas.contains(*name)) continue;
    const bool is_qualifier =
        i + 1 < input.tokens.size() && parser::text_of(input.text, input.tokens[i + 1]) == ".";
    if ((!is_qualifier && is_query) || is_bound(bound, token)) continue;
    return plan::refusal("the name of schema \"" + name->str() + "\" in this place",
                         "Connect as version raw and use the names that the server has.");
  }
  return std::nullopt;
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
    if (is_affected(input, gate, statement, tokens) || holds_constant(input, tokens) ||
        (input.may_touch_path && touches_path(statement))) {
      if (!names.are_certain_for(tokens, input)) return changed_names_refusal();
      if (const auto function = affected_call(input, tokens)) return function_refusal(*function);
      const PlanInput here = names.apply_to(input);
      const auto path = here.search_path == nullptr ? std::nullopt : std::optional(logical_path(here));
      parser::BindResult bound = parser::bind_statement(
          statement,
          {here.text, here.tokens, here.logical, path ? &*path : nullptr, here.temporary_relations});
      if (bound.needs_path && input.search_path == nullptr) return NeedsPath{};
      if (bound.needs_path) return changed_names_refusal();
      if (auto unread = refuse_unread_constant(input, tokens, bound.statement)) return std::move(*unread);
      if (auto unread = refuse_unread_schema(input, statement, tokens, bound.statement))
        return std::move(*unread);
      text.depends_on_session |= names.depend_on_session();
      text.statements.push_back({i, names, std::move(bound.statement), {}});
    }
    if (i + 1 < tree.n_stmts) names.pass(parser::name_effects(statement), input);
  }
  return text;
}

/// `(value).*` is written once per field: constants in it become part of the program, which then serves no
/// other statement of the shape.
bool repeats_constants(const PlanInput& input, const parser::BoundStatement& bound) {
  return std::any_of(bound.field_stars.begin(), bound.field_stars.end(), [&](const parser::FieldStar& star) {
    const auto value = input.tokens.subspan(static_cast<std::size_t>(star.tokens.first), star.tokens.count);
    return std::any_of(value.begin(), value.end(), [](const parser::Token& token) {
      return token.kind == parser::TokenKind::string || token.kind == parser::TokenKind::bit_string ||
             token.kind == parser::TokenKind::number;
    });
  });
}

bool changes_shape(const plan::AffectedStatement& statement) {
  const auto& doubts = statement.bound.doubts;
  return std::any_of(doubts.begin(), doubts.end(), [](const parser::Doubt& doubt) {
    return doubt.kind == parser::DoubtKind::shape || doubt.kind == parser::DoubtKind::constraint_shape ||
           doubt.kind == parser::DoubtKind::type_shape;
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
  auto bound = bind_affected(input, tree->root());
  if (auto* error = std::get_if<SqlError>(&bound)) {
    result.outcome = std::move(*error);
  } else if (std::holds_alternative<NeedsPath>(bound)) {
    result.outcome = NeedsPath{};
  } else {
    auto& text = std::get<BoundText>(bound);
    result.value_dependent = text.depends_on_session;
    for (const plan::AffectedStatement& statement : text.statements)
      result.value_dependent |=
          plan::depends_on_values(statement.bound) || repeats_constants(input, statement.bound);
    const bool only_shape = std::all_of(text.statements.begin(), text.statements.end(), changes_shape);
    auto planned = plan::TextPlan(input, std::move(text.statements)).run();
    std::visit([&](auto& outcome_of_plan) { result.outcome = std::move(outcome_of_plan); }, planned);
    result.only_changes_shape = only_shape && std::holds_alternative<SqlError>(result.outcome);
  }
  return result;
}

}  // namespace pgsegue::rules

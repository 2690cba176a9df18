#include "rules/plan/text_binder.hpp"

#include "parser/identifier_token.hpp"
#include "parser/name_effects.hpp"
#include "rules/plan/doubts.hpp"
#include "rules/plan/name_map.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/server_path.hpp"
#include "rules/text_refusals.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pgsegue::rules::plan {

namespace {

using parser::TokenIndex;
using parser::TokenRange;

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

/// True if parameters, or the arguments of EXECUTE, may be read as names in a statement of this kind.
bool may_read_names(const PgQuery__RawStmt& statement) {
  if (touches_path(statement)) return true;
  if (statement.stmt == nullptr) return false;
  switch (statement.stmt->node_case) {
    case PG_QUERY__NODE__NODE_MERGE_STMT:
    case PG_QUERY__NODE__NODE_PREPARE_STMT:
    case PG_QUERY__NODE__NODE_EXECUTE_STMT:
    case PG_QUERY__NODE__NODE_EXPLAIN_STMT:
    case PG_QUERY__NODE__NODE_DECLARE_CURSOR_STMT:
    case PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT:
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
    if (gate.named_by(input.text, input.tokens, token) != AffectedGate::Named::other ||
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
                    [&](const parser::NameUse& use) { return is_in(use.tokens, constant.token); }) ||
        is_in_any(bound.plain_constants, constant.token);
    if (is_read || !is_in(statement, constant.token)) continue;
    const std::size_t byte = input.tokens[static_cast<std::size_t>(constant.token)].begin;
    return refuse_constant(constant, character_position(input.text, byte, input.encoding_is_utf8));
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
    return refusal("the name of schema \"" + name->str() + "\" in this place",
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

/// True if the statement has one of these names in it.
bool names_any(const PlanInput& input, const TokenRange& statement,
               const std::vector<parser::Identifier>& names) {
  const auto first = static_cast<std::size_t>(statement.first);
  for (std::size_t i = first; !names.empty() && i < first + statement.count; ++i) {
    const auto name = parser::identifier_at(input.text, input.tokens, static_cast<TokenIndex>(i));
    if (name && std::find(names.begin(), names.end(), *name) != names.end()) return true;
  }
  return false;
}

SqlError changed_names_refusal() {
  return refusal("a statement behind one of the same message that may change what its names mean",
                 "Send the statements one by one.");
}

SqlError function_refusal(const parser::Identifier& name) {
  return refusal("a call of function \"" + name.str() + "\", which returns rows of a table",
                 "Select from the table itself.");
}

}  // namespace

std::variant<BoundText, SqlError, NeedsPath> TextBinder::run() {
  for (std::size_t i = 0; i < tree_.n_stmts; ++i) {
    Answer answer = bind(i);
    if (auto* error = std::get_if<SqlError>(&answer)) return std::move(*error);
    if (std::holds_alternative<NeedsPath>(answer)) return NeedsPath{};
    if (i + 1 < tree_.n_stmts) names_.pass(parser::name_effects(*tree_.stmts[i]), input_);
  }
  return std::move(text_);
}

TextBinder::Answer TextBinder::bind(std::size_t index) {
  const PgQuery__RawStmt& statement = *tree_.stmts[index];
  const TokenRange tokens = parser::statement_tokens(statement, input_.tokens);
  if (names_any(input_, tokens, made_)) return changed_names_refusal();
  if (is_affected(input_, gate_, statement, tokens) || holds_constant(input_, tokens) ||
      (input_.may_touch_path && touches_path(statement)))
    return bind_affected(index, tokens);
  if (input_.reads_names && may_read_names(statement)) return bind_names(statement);
  return {};
}

TextBinder::Answer TextBinder::bind_affected(std::size_t index, const TokenRange& tokens) {
  const PgQuery__RawStmt& statement = *tree_.stmts[index];
  if (!names_.are_certain_for(tokens, input_)) return changed_names_refusal();
  if (const auto function = affected_call(input_, tokens)) return function_refusal(*function);
  const PlanInput here = names_.apply_to(input_);
  const auto path = here.search_path == nullptr
                        ? std::nullopt
                        : std::optional(version_path(*here.search_path, here.logical, here.physical));
  parser::BindResult bound = parser::bind_statement(
      statement, {here.text, here.tokens, here.logical, path ? &*path : nullptr, here.temporary_relations,
                  &prepared_, !input_.affected.writes.empty()});
  if (bound.needs_path && input_.search_path == nullptr) return NeedsPath{};
  if (bound.needs_path) return changed_names_refusal();
  if (auto unread = refuse_unread_constant(input_, tokens, bound.statement)) return std::move(*unread);
  if (auto unread = refuse_unread_schema(input_, statement, tokens, bound.statement))
    return std::move(*unread);
  text_.depends_on_session |= names_.depend_on_session();
  note(statement, bound.statement);
  note_made(bound.statement);
  text_.statements.push_back({index, names_, std::move(bound.statement), {}});
  return {};
}

/// Nothing that the statement itself names differs, whatever its other names mean.
TextBinder::Answer TextBinder::bind_names(const PgQuery__RawStmt& statement) {
  const PlanInput here = names_.apply_to(input_);
  parser::SearchPath path{parser::Identifier::from_catalog("pg_catalog")};
  if (here.search_path != nullptr) path = version_path(*here.search_path, here.logical, here.physical);
  const parser::BindResult bound = parser::bind_statement(
      statement, {here.text, here.tokens, here.logical, &path, here.temporary_relations, &prepared_});
  if (auto error = judge_read_names(input_.affected, bound.statement)) return std::move(*error);
  note(statement, bound.statement);
  return {};
}

void TextBinder::note(const PgQuery__RawStmt& statement, const parser::BoundStatement& bound) {
  text_.depends_on_session |= statement.stmt->node_case == PG_QUERY__NODE__NODE_EXECUTE_STMT ||
                              depends_on_values(bound) || repeats_constants(input_, bound);
  prepared_.add(statement, bound);
  // Whether a parameter is a search path, the constants say: where no schema differs, it does not matter.
  std::copy_if(bound.parameter_uses.begin(), bound.parameter_uses.end(), std::back_inserter(text_.parameters),
               [this](const parser::ParameterUse& use) {
                 return input_.may_touch_path || use.kind != parser::NamedKind::path;
               });
}

/// The catalog does not know what the statement makes from tables, or with rows whose names differ.
void TextBinder::note_made(const parser::BoundStatement& bound) {
  const NameMap names(input_.logical, input_.physical);
  for (const parser::CreatedName& created : bound.created) {
    const bool has_other_rows =
        std::any_of(created.rows.begin(), created.rows.end(),
                    [&](const parser::RowType& row) { return !names.same_column_names_within(row); });
    if (created.parent || has_other_rows) made_.push_back(created.name);
  }
}

}  // namespace pgsegue::rules::plan

#include "rules/plan/text_plan.hpp"

#include "parser/binder.hpp"
#include "rules/plan/doubts.hpp"
#include "rules/plan/incomplete_tables.hpp"
#include "rules/plan/refusal.hpp"
#include "rules/plan/statement_edits.hpp"
#include "rules/splice.hpp"

#include <algorithm>

namespace pgsegue::rules::plan {

namespace {

using parser::BoundStatement;
using parser::Reference;
using parser::ReferenceKind;

SqlError cannot_rewrite() {
  return refusal("this statement",
                 "Give each table an alias of its own, and write columns with it in front.");
}

/// A reference that stands alone and may get its table's name in front.
bool can_be_qualified(const Reference& reference) {
  if (reference.kind != ReferenceKind::column || reference.parts.size() != 1) return false;
  switch (reference.role) {
    case parser::Role::join_using:
    case parser::Role::insert_column:
    case parser::Role::set_column:
    case parser::Role::conflict_target:
    case parser::Role::copy_column:
    case parser::Role::maintained_column:
    case parser::Role::defined_column:
      return false;
    default:
      return true;
  }
}

/// COPY, ANALYZE and VACUUM hint at no other column.
bool is_answered_with_hint(const Reference& reference) {
  return reference.problem && reference.problem->sqlstate == "42703" &&
         reference.role != parser::Role::copy_column && reference.role != parser::Role::maintained_column;
}

/// A column that is not there is answered by the server, whose hint is to weigh the version's column names.
Choices first_choices(const BoundStatement& bound) {
  Choices choices;
  choices.substitute = std::any_of(bound.references.begin(), bound.references.end(), is_answered_with_hint);
  return choices;
}

/// One name that stands for columns of two tables, and wants two names on the server.
SqlError conflict(const BoundStatement& bound) {
  const bool is_definition =
      std::any_of(bound.references.begin(), bound.references.end(),
                  [](const Reference& each) { return each.role == parser::Role::defined_column; });
  if (is_definition)
    return refusal("a column list for several tables, in one of which a column has another name",
                   "Write one statement for each table.");
  return refusal("JOIN … USING over a column that has another name on one side only",
                 "Join with ON and name the columns on both sides.");
}

/// A name that means nothing in the client's version, or something else than on the server.
SqlError explain_name(const PlanInput& input, const BoundStatement& bound, std::size_t index) {
  for (const parser::NameUse& use : bound.name_uses) {
    if (use.problem) return server_error(*use.problem, input.text, input.encoding_is_utf8);
  }
  if (index >= bound.name_uses.size()) return cannot_rewrite();
  std::string name;
  for (const parser::Identifier& part : bound.name_uses[index].parts)
    name += (name.empty() ? "" : ", ") + part.str();
  return refusal("the name \"" + name + "\", which means something else on the server",
                 "Write a name that this version has.");
}

SqlError explain_difference(const PlanInput& input, const BoundStatement& bound,
                            const std::optional<Difference>& difference) {
  if (difference && difference->kind == Difference::Kind::name_use)
    return explain_name(input, bound, difference->at.front());
  if (!difference || difference->kind != Difference::Kind::reference ||
      difference->at.front() >= bound.references.size())
    return cannot_rewrite();
  const Reference& reference = bound.references[difference->at.front()];
  if (!reference.base) return cannot_rewrite();
  if (reference.base->item == parser::no_item) return cannot_rewrite();
  const parser::RangeItem& item = bound.item(reference.base->item);
  const auto column = std::find_if(item.columns.begin(), item.columns.end(),
                                   [&](const auto& candidate) { return candidate.base == reference.base; });
  if (column == item.columns.end()) return cannot_rewrite();
  return reference_refusal(reference, column->name,
                           item.relation != nullptr ? item.relation->name : item.name);
}

/// The statements in question as the server will read them; empty if it will not.
std::optional<std::vector<BoundStatement>> bind_rewritten(const PlanInput& input, const EditProgram& program,
                                                          const std::vector<AffectedStatement>& statements) {
  std::string text;
  std::vector<parser::Token> tokens;
  if (!splice(input.text, input.tokens, program, text) ||
      parser::scan(text, input.lexing, tokens) != parser::ScanStatus::ok)
    return std::nullopt;
  const parser::ParseOutcome outcome =
      parser::parse(text, tokens, input.lexing, parser::ParseLimits{input.max_depth});
  const auto* tree = std::get_if<parser::ParseTree>(&outcome);
  if (tree == nullptr) return std::nullopt;
  std::vector<BoundStatement> bound;
  bound.reserve(statements.size());
  for (const AffectedStatement& statement : statements) {
    if (statement.index >= tree->root().n_stmts) return std::nullopt;
    const PlanInput own = statement.names.apply_to(input);
    const parser::BindInput bind_input{text,
                                       tokens,
                                       own.physical,
                                       own.search_path,
                                       own.temporary_relations,
                                       own.prepared,
                                       !own.affected.writes.empty()};
    bound.push_back(parser::bind_statement(*tree->root().stmts[statement.index], bind_input).statement);
  }
  return bound;
}

}  // namespace

std::variant<PlannedEdits, SqlError> TextPlan::plan_edits(std::size_t& obstructed) {
  EditSet edits(input_.text, input_.tokens);
  std::vector<parser::Identifier> makes;
  std::optional<CopyFields> copy;
  const NameMap names(input_.logical, input_.physical);
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    const PlanInput input = statements_[i].names.apply_to(input_);
    StatementEdits plan{input, statements_[i].bound, names, statements_[i].choices, edits, std::nullopt};
    judge_doubts(plan);
    edit_relations(plan);
    edit_references(plan);
    edit_stars(plan);
    edit_field_stars(plan);
    edit_outputs(plan);
    edit_implicit_lists(plan);
    edit_writes(plan);
    edit_copy_header(plan);
    edit_created_names(plan);
    edit_name_uses(plan);
    edit_keyed_json(plan);
    if (edits.has_conflict() && !plan.obstacle) plan.obstacle = conflict(statements_[i].bound);
    std::vector<parser::Identifier> unknown = unknown_names(plan);
    if (auto error = refuse_use_behind(plan, unknown)) plan.obstruct(std::move(*error));
    if (plan.obstacle) {
      obstructed = i;
      return *plan.obstacle;
    }
    makes.insert(makes.end(), unknown.begin(), unknown.end());
    if (plan.copy) copy = std::move(plan.copy);
  }
  PlannedEdits planned{edits.program(), std::nullopt};
  planned.program.makes = std::move(makes);
  planned.program.copy = std::move(copy);
  if (edits.differs_in_the_end()) planned.names = edits.program(false);
  return planned;
}

std::optional<TextPlan::Failure> TextPlan::verify(const PlannedEdits& edits) {
  if (auto failure = verify_names(edits.names ? *edits.names : edits.program)) return failure;
  return edits.names ? verify_outputs(edits.program) : std::nullopt;
}

std::optional<TextPlan::Failure> TextPlan::verify_names(const EditProgram& program) {
  const auto rewritten = bind_rewritten(input_, program, statements_);
  if (!rewritten) return Failure{0, std::nullopt, cannot_rewrite()};
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    if (const auto difference = find_difference(statements_[i].bound, (*rewritten)[i]))
      return Failure{i, difference, explain_difference(input_, statements_[i].bound, difference)};
  }
  return std::nullopt;
}

/// What is put around expressions has names of its own. All of them must be found, and the statement's result
/// must keep its columns.
std::optional<TextPlan::Failure> TextPlan::verify_outputs(const EditProgram& program) {
  const auto rewritten = bind_rewritten(input_, program, statements_);
  if (!rewritten) return Failure{0, std::nullopt, cannot_rewrite()};
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    const BoundStatement& bound = statements_[i].bound;
    if (!same_problems_and_result(bound, (*rewritten)[i], input_.affected) ||
        !same_header(bound, (*rewritten)[i]) || !same_writes(bound, (*rewritten)[i], input_.affected))
      return Failure{i, std::nullopt, cannot_rewrite()};
  }
  return std::nullopt;
}

bool TextPlan::tighten(AffectedStatement& statement, const std::optional<Difference>& difference) {
  Choices& choices = statement.choices;
  const Choices before = choices;
  if (difference && difference->kind == Difference::Kind::reference) {
    for (const std::size_t index : difference->at) {
      const bool is_there = index < statement.bound.references.size();
      if (is_there && can_be_qualified(statement.bound.references[index])) choices.qualified.insert(index);
    }
  }
  if (difference && difference->kind == Difference::Kind::created)
    choices.named.insert(difference->at.begin(), difference->at.end());
  if (difference && difference->kind == Difference::Kind::item) choices.tables_with_schema = true;
  if (choices == before) choices.substitute = true;
  if (choices == before && !choices.keep_stars) {
    choices = first_choices(statement.bound);
    choices.keep_stars = true;
  }
  return choices != before;
}

/// A statement with an error of its own fails in the client's version too: that error is the answer, unless
/// statements in front of it were to run before.
SqlError TextPlan::explain(const AffectedStatement& statement, SqlError otherwise) const {
  if (statement.index > 0) return otherwise;
  for (const Reference& reference : statement.bound.references) {
    if (reference.problem) return server_error(*reference.problem, input_.text, input_.encoding_is_utf8);
  }
  return otherwise;
}

std::variant<EditProgram, SqlError> TextPlan::run() {
  for (AffectedStatement& statement : statements_) {
    if (auto error = refuse_incomplete_tables(input_, statement.bound)) return std::move(*error);
    statement.choices = first_choices(statement.bound);
  }
  for (;;) {
    std::size_t obstructed = 0;
    auto planned = plan_edits(obstructed);
    std::optional<Failure> failure;
    if (auto* obstacle = std::get_if<SqlError>(&planned)) {
      failure = Failure{obstructed, std::nullopt, *obstacle};
    } else {
      failure = verify(std::get<PlannedEdits>(planned));
    }
    if (!failure) return std::move(std::get<PlannedEdits>(planned).program);
    AffectedStatement& statement = statements_[failure->statement];
    if (!tighten(statement, failure->difference)) return explain(statement, std::move(failure->error));
  }
}

}  // namespace pgsegue::rules::plan

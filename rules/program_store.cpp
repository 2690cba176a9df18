#include "rules/program_store.hpp"

#include "rules/parser_release.hpp"
#include "rules/text_refusals.hpp"
#include "rules/version_view.hpp"

#include <utility>

namespace pgsegue::rules {

namespace {

constexpr std::size_t max_contexts = 1024;

}  // namespace

ProgramStore::ProgramStore(const Rewriter::Limits& limits)
    : max_depth_(limits.max_depth), contexts_(max_contexts), cache_(limits.cache_bytes) {}

ProgramStore::Found ProgramStore::find(std::string_view text, std::span<const parser::Token> tokens,
                                       const StatementContext& context, const ReadValues& values) {
  const ShapeCache::Key key = key_of(text, tokens, context);
  if (!values.matter()) {
    if (const EditProgram* program = cache_.find(key, text, tokens)) return {program, true};
  }
  PlanResult result = plan(text, tokens, context, values);
  if (auto* reason = std::get_if<SqlError>(&result.outcome))
    return {std::move(*reason), false, result.only_changes_shape};
  if (std::holds_alternative<NeedsPath>(result.outcome)) {
    if (context.search_path == nullptr) return {NeedsPath{}, false};
    return {refuse_inconsistent(), false};
  }
  planned_ = std::move(std::get<EditProgram>(result.outcome));
  if (!result.value_dependent && !values.matter()) cache_.insert(key, text, tokens, planned_);
  return {&planned_, false};
}

ShapeCache::Key ProgramStore::key_of(std::string_view text, std::span<const parser::Token> tokens,
                                     const StatementContext& context) {
  const NameContextId id = contexts_.id_of(context);
  if (contexts_.generation() != contexts_generation_) {
    contexts_generation_ = contexts_.generation();
    cache_.clear();
  }
  return ShapeCache::make_key(text, tokens, id);
}

PlanInput ProgramStore::input_of(const StatementContext& context) const {
  const VersionView& view = context.snapshot->version(context.version);
  std::span<const parser::Identifier> temporary;
  if (context.temporary_relations != nullptr) temporary = *context.temporary_relations;
  return {.text = {},
          .tokens = {},
          .logical = view,
          .physical = view.physical(),
          .affected = view.affected(),
          .search_path = context.search_path,
          .temporary_relations = temporary,
          .names_changed_in_transaction = context.names_changed_in_transaction,
          .functions_may_change_names = view.physical().functions_may_change_search_path(),
          .prepared_may_change_names = context.prepared_may_change_names,
          .lexing = context.lexing,
          .max_depth = max_depth_,
          .grammar_matches_server = context.server_major == parser_major,
          .encoding_is_utf8 = !counts_bytes(context),
          .prepared = context.prepared};
}

PlanResult ProgramStore::plan(std::string_view text, std::span<const parser::Token> tokens,
                              const StatementContext& context, const ReadValues& values) const {
  PlanInput input = input_of(context);
  input.text = text;
  input.tokens = tokens;
  input.constants = values.constants;
  input.reads_names = values.reads_names;
  input.may_touch_path = values.may_touch_path;
  return plan_statement(input);
}

}  // namespace pgsegue::rules

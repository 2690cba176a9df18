#include "rules/program_store.hpp"

#include "rules/parser_release.hpp"
#include "rules/text_refusals.hpp"
#include "rules/version_view.hpp"

#include <utility>

namespace pgsegue::rules {

namespace {

constexpr std::size_t max_contexts = 1024;
/// Shapes of which only the facts are known are kept up to this size: longer ones are seldom seen again.
constexpr std::size_t most_bytes_for_facts = 4096;
/// What one long statement has taken beyond this is given back.
constexpr std::size_t kept_buffer_bytes = 1u << 20;

StatementFacts facts_in(std::string_view text, std::span<const parser::Token> tokens,
                        const VersionView& view) {
  StatementFacts facts = read_facts(text, tokens, view.is_settled() ? nullptr : &view.gate());
  if (view.physical().functions_may_change_search_path()) {
    facts.effects.may_change_search_path = facts.effects.may_create_temporary = true;
    facts.effects.only_ends_transaction = false;
  }
  return facts;
}

}  // namespace

ProgramStore::ProgramStore(const Rewriter::Limits& limits)
    : max_depth_(limits.max_depth), contexts_(max_contexts), cache_(limits.cache_bytes) {}

const StatementFacts& ProgramStore::read(std::string_view text, std::span<const parser::Token> tokens,
                                         const StatementContext& context) {
  if (writer_.capacity() > kept_buffer_bytes) writer_ = {};
  const NameContextId id = context_of(context);
  shape_ = writer_.write(text, tokens);
  key_ = ShapeCache::make_key(shape_, id);
  known_ = cache_.find(key_, shape_);
  if (known_ != nullptr) return known_->facts;
  facts_ = facts_in(text, tokens, context.snapshot->version(context.version));
  if (!facts_.affected && shape_.size() <= most_bytes_for_facts)
    known_ = cache_.insert(key_, shape_, {facts_, std::nullopt});
  return facts_;
}

ProgramStore::Found ProgramStore::find(std::string_view text, std::span<const parser::Token> tokens,
                                       const StatementContext& context, const ReadValues& values) {
  const bool is_known = known_ != nullptr && known_->program && !values.matter();
  if (is_known) return {&*known_->program, true};
  PlanResult result = plan(text, tokens, context, values);
  if (auto* reason = std::get_if<SqlError>(&result.outcome))
    return {std::move(*reason), false, result.only_changes_shape};
  if (std::holds_alternative<NeedsPath>(result.outcome)) {
    if (context.search_path == nullptr) return {NeedsPath{}, false};
    return {refuse_inconsistent(), false};
  }
  planned_ = std::move(std::get<EditProgram>(result.outcome));
  if (!result.value_dependent && !values.matter()) {
    facts_ = facts();
    known_ = cache_.insert(key_, shape_, {facts_, planned_});
  }
  return {&planned_, false};
}

NameContextId ProgramStore::context_of(const StatementContext& context) {
  const NameContextId id = contexts_.id_of(context);
  if (contexts_.generation() != contexts_generation_) {
    contexts_generation_ = contexts_.generation();
    cache_.clear();
  }
  return id;
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

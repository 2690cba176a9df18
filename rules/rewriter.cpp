#include "rules/rewriter.hpp"

#include "parser/identifier_token.hpp"
#include "parser/token.hpp"
#include "rules/character_position.hpp"
#include "rules/constant_names.hpp"
#include "rules/error_encoding.hpp"
#include "rules/error_translation.hpp"
#include "rules/parser_release.hpp"
#include "rules/plan.hpp"
#include "rules/program_store.hpp"
#include "rules/statement_facts.hpp"
#include "rules/statement_text.hpp"
#include "rules/text_cache.hpp"
#include "rules/text_refusals.hpp"
#include "rules/version_setting.hpp"
#include "rules/version_view.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::rules {

namespace {

using parser::Token;
using Action = Rewrite::Action;

/// Buffers that one long statement has made larger than this are given back.
constexpr std::size_t kept_scratch_bytes = 1u << 20;

const StatementEffects every_effect{
    .may_change_search_path = true, .may_create_temporary = true, .is_ddl = true};

bool has_high_name(const NameSet& names) {
  return std::any_of(names.begin(), names.end(),
                     [](const parser::Identifier& name) { return parser::has_high_byte(name.str()); });
}

/// True if what differs has names that a statement may mean without our seeing it.
bool has_high_name(const AffectedNames& names) {
  return has_high_name(names.relations) || has_high_name(names.columns) || has_high_name(names.schemas) ||
         has_high_name(names.functions) || has_high_name(names.carriers) || has_high_name(names.types) ||
         has_high_name(names.constraints) || has_high_name(names.renamed_types);
}

/// True if names in the values of parameters, or in arguments of EXECUTE, may differ where these words stand.
bool reads_names(unsigned words, const VersionView& view) {
  const AffectedNames& names = view.affected();
  constexpr unsigned any_text = word_relation_text | word_column_text | word_path;
  if (!names.renamed.empty() || !names.schemas.empty() || !names.renamed_types.empty())
    return (words & any_text) != 0;
  return (words & word_column_text) != 0 && !names.columns.empty();
}

/// EXECUTE reads its arguments as what it runs does.
unsigned words_of(const StatementFacts& facts, const StatementContext& context) {
  const bool runs_reader = context.prepared != nullptr && (facts.words & word_runs_prepared) != 0;
  return facts.words | (runs_reader ? unsigned{word_column_text} : 0U);
}

/// The first name in the text of something that the session has made, and no snapshot knows yet.
std::optional<parser::Identifier> find_made(std::string_view text, std::span<const Token> tokens,
                                            const StatementContext& context) {
  if (context.made == nullptr || context.made->empty()) return std::nullopt;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto name = parser::identifier_at(text, tokens, parser::TokenIndex{static_cast<std::uint32_t>(i)});
    if (name && std::find(context.made->begin(), context.made->end(), *name) != context.made->end())
      return name;
  }
  return std::nullopt;
}

/// True if what becomes of a text follows from it and its NameContextId alone, given that of its shape does.
bool is_decided_by_text(const StatementContext& context) {
  return context.encoding.is_utf8() && (context.made == nullptr || context.made->empty());
}

/// Nothing to be said of it but what is sent: no effects, and no names read from values.
bool is_plain(const Rewrite& result, const StatementFacts& facts) {
  constexpr unsigned harmless_words = word_insert_or_merge | word_into;
  const bool is_sent = result.action == Action::forward || result.action == Action::replace;
  return is_sent && (facts.words & ~harmless_words) == 0 && !facts.has_body && !facts.sets_parameter &&
         !result.effects.have_any() && result.effects.makes.empty() && result.parameters.empty() &&
         result.copy == nullptr;
}

/// The same, but that constants hold no code.
StatementFacts without_body(StatementFacts facts) {
  facts.has_body = false;
  return facts;
}

}  // namespace

/// One statement's way: encoding, scan, facts, refusals by text alone, program, splice. Each step may end it.
struct Rewriter::Impl {
  explicit Impl(const Limits& limits) : programs(limits) {}

  Rewrite rewrite(std::string_view original, const StatementContext& context);
  Rewrite rewrite_again(std::string_view original, const StatementContext& context);
  Rewrite again(const TextCache::Known& known);
  Rewrite rewrite_unreadable(const StatementContext& context);
  Rewrite rewrite_unscannable(std::string_view text, const StatementContext& context);
  Rewrite decide(std::string_view text, const StatementContext& context, const StatementFacts& facts);
  Rewrite decide_affected(std::string_view text, const StatementContext& context,
                          const StatementFacts& facts);
  ReadValues read_values_in(std::string_view text, const StatementContext& context,
                            const StatementFacts& facts) const;
  Rewrite rewrite_affected(std::string_view text, const StatementContext& context, const ReadValues& values);
  /// What was done to a text that has been sent; null: nothing, or it is not known any more.
  const EditProgram* find_program(std::string_view text, const StatementContext& context);
  bool has_doubt(const StatementContext& context, const StatementFacts& facts, const ReadValues& values);
  Rewrite apply(const EditProgram& program);
  Rewrite replace(const EditProgram& program);
  bool translate_error(const ErrorFields& fields, std::string_view original, const StatementContext& context,
                       std::string& out);
  Rewrite forward(bool affected);
  Rewrite pass(std::string reason);
  Rewrite refuse(SqlError reason, bool affected);
  void give_back_memory();

  ProgramStore programs;
  TextCache texts;
  Counters counters;
  StatementText source;       ///< the statement in hand
  std::vector<Token> tokens;  ///< of its text
  std::string output;
  SqlError error;
  std::string passed;
};

Rewriter::Rewriter(Limits limits) : impl_(std::make_unique<Impl>(limits)) {}
Rewriter::~Rewriter() = default;

Rewriter::Counters Rewriter::counters() const {
  Counters counters = impl_->counters;
  counters.cached_shapes = impl_->programs.cached_shapes();
  counters.cached_bytes = impl_->programs.cached_bytes();
  return counters;
}

Rewrite Rewriter::rewrite(std::string_view text, const StatementContext& context) {
  impl_->give_back_memory();
  if (context.snapshot == nullptr) return impl_->forward(false);
  const bool comes_again = context.comes_again && is_decided_by_text(context);
  return comes_again ? impl_->rewrite_again(text, context) : impl_->rewrite(text, context);
}

Rewrite Rewriter::Impl::rewrite_again(std::string_view original, const StatementContext& context) {
  const TextCache::Key key = TextCache::make_key(original, programs.context_of(context));
  TextCache::Known known;
  if (texts.find(key, original, known)) return again(known);
  programs.put_down();
  Rewrite result = rewrite(original, context);
  if (programs.is_of_shape() && is_plain(result, programs.facts()))
    texts.note(key, original, {result.action == Action::replace, result.affected, result.text});
  return result;
}

Rewrite Rewriter::Impl::again(const TextCache::Known& known) {
  if (known.affected) ++counters.hits;
  Rewrite result;
  result.affected = known.affected;
  ++(known.replaced ? counters.rewritten : counters.forwarded);
  if (!known.replaced) return result;
  result.action = Action::replace;
  result.text = known.output;
  return result;
}

Rewrite Rewriter::Impl::rewrite(std::string_view original, const StatementContext& context) {
  const StatementText::Reading reading = source.read(original, context.encoding);
  if (reading == StatementText::Reading::rejected) return forward(false);
  if (reading == StatementText::Reading::unreadable) return rewrite_unreadable(context);
  const std::string_view text = source.text();
  if (scan(text, context.lexing, tokens) != parser::ScanStatus::ok) return rewrite_unscannable(text, context);
  Rewrite result = decide(text, context, programs.read(text, tokens, context));
  const StatementFacts& facts = programs.facts();
  // What is no UTF-8 at all is looked for only now: the server verifies a text before it reads it.
  const bool has_answer = result.action == Action::refuse && context.encoding.is_utf8();
  if (has_answer && !context.encoding.admits(original)) return forward(false);
  std::vector<parser::Identifier> makes = std::move(result.effects.makes);
  result.effects = facts.effects;
  result.effects.makes = std::move(makes);
  constexpr unsigned prepared_words = word_prepares | word_runs_prepared | word_deallocates;
  if ((facts.words & prepared_words) != 0) result.prepared = read_prepared_command(text, tokens);
  return result;
}

Rewrite Rewriter::Impl::rewrite_unreadable(const StatementContext& context) {
  const VersionView& view = context.snapshot->version(context.version);
  Rewrite result = view.is_identity() ? forward(false) : refuse(refuse_encoding(), true);
  result.effects = every_effect;
  return result;
}

/// The server of our own release finds the same fault, before it has carried out anything. Another release
/// may not: there the text must not name anything affected.
Rewrite Rewriter::Impl::rewrite_unscannable(std::string_view text, const StatementContext& context) {
  if (context.server_major == parser_major) return forward(false);
  const VersionView& view = context.snapshot->version(context.version);
  const bool may_name = !view.is_identity() && view.gate().mentions(text);
  Rewrite result = may_name ? refuse(refuse_unscannable(context.server_major), true) : forward(false);
  result.effects = every_effect;
  return result;
}

Rewrite Rewriter::Impl::decide(std::string_view text, const StatementContext& context,
                               const StatementFacts& facts) {
  const VersionView& view = context.snapshot->version(context.version);
  if (facts.sets_parameter && sets_version(text, tokens)) return refuse(refuse_version_setting(), false);
  if (view.is_settled()) return forward(false);
  Rewrite result = decide_affected(text, context, facts);
  // All names are the server's: what cannot be taken apart is right as it stands.
  if (result.action == Action::refuse && view.is_identity()) return forward(result.affected);
  return result;
}

Rewrite Rewriter::Impl::decide_affected(std::string_view text, const StatementContext& context,
                                        const StatementFacts& facts) {
  if (const auto made = find_made(text, tokens, context)) return refuse(refuse_made(*made), true);
  ReadValues values = read_values_in(text, context, facts);
  if (has_doubt(context, facts, values)) return refuse(refuse_doubtful_name(), true);
  const bool has_code = values.holds_code();
  const bool passes_code = has_code && context.pass.code;
  if (passes_code) {
    passed = "code that holds \"" + values.constants.front().name + '"';
    values = read_values_in(text, context, without_body(facts));
  } else if (has_code) {
    const ConstantName& constant = values.constants.front();
    const std::size_t byte = tokens[static_cast<std::size_t>(constant.token)].begin;
    const std::uint32_t position = character_position(text, byte, !counts_bytes(context));
    return refuse(refuse_constant(constant, position), true);
  }
  const bool is_affected = facts.affected || values.matter();
  Rewrite result =
      is_affected || values.reads_names ? rewrite_affected(text, context, values) : forward(false);
  if (!is_affected && result.action == Action::forward) result.affected = !result.parameters.empty();
  if (passes_code && result.passed.empty()) result.passed = passed;
  return result;
}

/// A name that may be another one for the server than for us must not matter.
bool Rewriter::Impl::has_doubt(const StatementContext& context, const StatementFacts& facts,
                               const ReadValues& values) {
  if (context.encoding.is_utf8()) return false;
  const VersionView& view = context.snapshot->version(context.version);
  const bool folds = view.physical().folds_beyond_ascii();
  if (source.has_doubtful_name(tokens, folds) &&
      (facts.affected || values.matter() || has_high_name(view.affected())))
    return true;
  return source.has_doubtful_constant(tokens) && (facts.words != 0 || facts.has_body) &&
         has_high_name(view.affected());
}

ReadValues Rewriter::Impl::read_values_in(std::string_view text, const StatementContext& context,
                                          const StatementFacts& facts) const {
  // No word that reads names from values: true of nearly all statements.
  if (facts.words == 0 && !facts.has_body) return {};
  const VersionView& view = context.snapshot->version(context.version);
  StatementFacts all = facts;
  all.words = static_cast<std::uint16_t>(words_of(facts, context));
  return {find_constant_names(text, tokens, context.lexing, all, view.gate()),
          !view.schemas().empty() && (facts.words & word_path) != 0, reads_names(all.words, view)};
}

Rewrite Rewriter::Impl::rewrite_affected(std::string_view text, const StatementContext& context,
                                         const ReadValues& values) {
  ProgramStore::Found found = programs.find(text, tokens, context, values);
  const bool is_answer = !std::holds_alternative<NeedsPath>(found.outcome);
  if (is_answer) ++(found.cached ? counters.hits : counters.misses);
  if (auto* reason = std::get_if<SqlError>(&found.outcome)) {
    if (found.only_changes_shape && context.pass.ddl) return pass("a change of what the versions declare");
    return refuse(std::move(*reason), true);
  }
  if (const auto* program = std::get_if<const EditProgram*>(&found.outcome)) {
    return source.can_write(**program) ? apply(**program) : refuse(refuse_unwritable(), true);
  }
  Rewrite result;
  result.action = Action::needs_path;
  result.affected = true;
  return result;
}

const EditProgram* Rewriter::Impl::find_program(std::string_view text, const StatementContext& context) {
  const StatementFacts& facts = programs.read(text, tokens, context);
  ReadValues values = read_values_in(text, context, facts);
  if (values.holds_code()) values = read_values_in(text, context, without_body(facts));
  if (!facts.affected && !values.matter()) return nullptr;
  const auto outcome = programs.find(text, tokens, context, values).outcome;
  const auto* known = std::get_if<const EditProgram*>(&outcome);
  return known != nullptr ? *known : nullptr;
}

Rewrite Rewriter::Impl::apply(const EditProgram& program) {
  if (program.copy && !source.holds_ascii_apart()) return refuse(refuse_copy_encoding(), true);
  Rewrite result = program.edits.empty() ? forward(true) : replace(program);
  if (result.action != Action::refuse) result.parameters = program.parameters;
  if (result.action != Action::refuse && program.copy) result.copy = &*program.copy;
  result.effects.makes = program.makes;
  return result;
}

Rewrite Rewriter::Impl::replace(const EditProgram& program) {
  if (!source.splice(tokens, program, output)) {
    return refuse(refuse_inconsistent(), true);
  }
  ++counters.rewritten;
  Rewrite result;
  result.action = Action::replace;
  result.text = output;
  result.affected = true;
  return result;
}

Rewrite Rewriter::Impl::forward(bool affected) {
  ++counters.forwarded;
  Rewrite result;
  result.affected = affected;
  return result;
}

/// As it is, in the server's names: its errors are not translated.
Rewrite Rewriter::Impl::pass(std::string reason) {
  passed = std::move(reason);
  Rewrite result = forward(false);
  result.passed = passed;
  return result;
}

Rewrite Rewriter::Impl::refuse(SqlError reason, bool affected) {
  ++counters.refused;
  error = std::move(reason);
  source.encode(error);
  Rewrite result;
  result.action = Action::refuse;
  result.error = &error;
  result.affected = affected;
  return result;
}

void Rewriter::Impl::give_back_memory() {
  if (tokens.capacity() * sizeof(Token) > kept_scratch_bytes) tokens = {};
  if (output.capacity() > kept_scratch_bytes) output = {};
  source.give_back_memory(kept_scratch_bytes);
}

ValueRewrite Rewriter::translate_values(std::span<const parser::ParameterUse> uses,
                                        std::span<const ParameterValue> values,
                                        const StatementContext& context) {
  const bool is_utf8 = context.encoding.is_utf8();
  const auto may_be_name = [uses](const ParameterValue& value) {
    return std::any_of(uses.begin(), uses.end(), [&](const parser::ParameterUse& use) {
      return use.number == value.number && use.role != parser::ParameterUse::Role::value;
    });
  };
  // In another encoding the name may be another one for the server than for us.
  const bool is_doubtful = !is_utf8 && std::any_of(values.begin(), values.end(), [&](const auto& value) {
    return parser::has_high_byte(value.bytes) && may_be_name(value);
  });
  if (is_doubtful) return {.action = Action::refuse, .error = refuse_doubtful_name()};
  auto outcome = translate_names(uses, values, impl_->programs.input_of(context));
  if (auto* error = std::get_if<SqlError>(&outcome))
    return {.action = Action::refuse, .error = std::move(*error)};
  if (std::holds_alternative<NeedsPath>(outcome)) return {.action = Action::needs_path};
  auto& names = std::get<TranslatedNames>(outcome);
  const bool writes_high = std::any_of(names.values.begin(), names.values.end(),
                                       [](const auto& value) { return parser::has_high_byte(value.bytes); });
  if (writes_high && !is_utf8) return {.action = Action::refuse, .error = refuse_doubtful_name()};
  const bool changes = !names.values.empty();
  return {.action = changes ? Action::replace : Action::forward, .names = std::move(names)};
}

bool Rewriter::translate_error(const ErrorFields& fields, std::string_view original,
                               const StatementContext& context, std::string& out) {
  if (context.snapshot == nullptr) return false;
  const VersionView& view = context.snapshot->version(context.version);
  if (view.is_settled()) return false;
  return impl_->translate_error(fields, original, context, out);
}

bool Rewriter::Impl::translate_error(const ErrorFields& fields, std::string_view original,
                                     const StatementContext& context, std::string& out) {
  const EditProgram* program = nullptr;
  std::string_view text = original;
  const bool is_readable = source.read(original, context.encoding) == StatementText::Reading::readable;
  if (is_readable) text = source.text();
  if (!is_readable || scan(text, context.lexing, tokens) != parser::ScanStatus::ok) {
    // It went out as it was, and its positions are right: the names in the message can be translated still.
    tokens.clear();
  } else {
    program = find_program(text, context);
  }
  const auto translate = [&](const ErrorFields& of_server, std::string& to) {
    return rules::translate_error({.fields = of_server,
                                   .version = context.snapshot->version(context.version),
                                   .original = text,
                                   .tokens = tokens,
                                   .program = program,
                                   .encoding_is_utf8 = !counts_bytes(context),
                                   .search_path = context.search_path},
                                  to);
  };
  if (fields.encoding.is_utf8()) return translate(fields, out);
  DecodedFields decoded(fields, source);
  std::string translated;
  if (!translate(decoded.fields(), translated)) return false;
  decoded.encode(translated, out);
  return true;
}

}  // namespace pgsegue::rules

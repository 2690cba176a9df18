#include "rules/rewriter.hpp"

#include "parser/identifier_token.hpp"
#include "parser/token.hpp"
#include "rules/character_position.hpp"
#include "rules/constant_names.hpp"
#include "rules/error_translation.hpp"
#include "rules/parser_release.hpp"
#include "rules/program_store.hpp"
#include "rules/splice.hpp"
#include "rules/statement_facts.hpp"
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
constexpr std::size_t kept_buffer_bytes = 1u << 20;

constexpr StatementEffects every_effect{
    .may_change_search_path = true, .may_create_temporary = true, .is_ddl = true};

bool has_high_byte(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool has_high_name(const NameSet& names) {
  return std::any_of(names.begin(), names.end(),
                     [](const parser::Identifier& name) { return has_high_byte(name.str()); });
}

/// True if a name of the text and one that differs are both beyond ASCII: they may be the same name, in two
/// encodings.
bool may_name_in_other_encoding(std::string_view text, std::span<const Token> tokens,
                                const AffectedNames& affected) {
  const bool has_name = std::any_of(tokens.begin(), tokens.end(), [text](const Token& token) {
    return parser::is_identifier(token.kind) && has_high_byte(text_of(text, token));
  });
  return has_name && (has_high_name(affected.relations) || has_high_name(affected.columns) ||
                      has_high_name(affected.schemas) || has_high_name(affected.constraints) ||
                      has_high_name(affected.renamed_types));
}

bool writes_high_bytes(const EditProgram& program) {
  return std::any_of(program.edits.begin(), program.edits.end(),
                     [](const Edit& edit) { return has_high_byte(edit.replacement); });
}

/// The same, but that constants hold no code.
StatementFacts without_body(StatementFacts facts) {
  facts.has_body = false;
  return facts;
}

StatementFacts read_facts_in(std::string_view text, std::span<const Token> tokens, const VersionView& view) {
  StatementFacts facts = read_facts(text, tokens, view.is_identity() ? nullptr : &view.gate());
  if (view.physical().functions_may_change_search_path()) {
    facts.effects.may_change_search_path = facts.effects.may_create_temporary = true;
    facts.effects.only_ends_transaction = false;
  }
  return facts;
}

}  // namespace

/// One statement's way: encoding, scan, facts, refusals by text alone, program, splice. Each step may end it.
struct Rewriter::Impl {
  explicit Impl(const Limits& limits) : programs(limits) {}

  Rewrite rewrite(std::string_view text, const StatementContext& context);
  Rewrite rewrite_unscannable(std::string_view text, const StatementContext& context);
  Rewrite decide(std::string_view text, const StatementContext& context, const StatementFacts& facts);
  ReadValues read_values_in(std::string_view text, const StatementContext& context,
                            const StatementFacts& facts) const;
  Rewrite rewrite_affected(std::string_view text, const StatementContext& context, const ReadValues& values);
  /// What was done to a text that has been sent; null: nothing, or it is not known any more.
  const EditProgram* find_program(std::string_view text, const StatementContext& context);
  Rewrite apply(std::string_view text, const EditProgram& program);
  Rewrite forward(bool affected);
  Rewrite pass(std::string reason);
  Rewrite refuse(SqlError reason, bool affected);
  void give_back_memory();

  ProgramStore programs;
  Counters counters;
  std::vector<Token> tokens;  ///< of the statement in hand
  std::string output;
  SqlError error;
  std::string passed;
};

Rewriter::Rewriter(Limits limits) : impl_(std::make_unique<Impl>(limits)) {}
Rewriter::~Rewriter() = default;

const Rewriter::Counters& Rewriter::counters() const {
  return impl_->counters;
}

Rewrite Rewriter::rewrite(std::string_view text, const StatementContext& context) {
  impl_->give_back_memory();
  if (context.snapshot == nullptr) return impl_->forward(false);
  return impl_->rewrite(text, context);
}

Rewrite Rewriter::Impl::rewrite(std::string_view text, const StatementContext& context) {
  const VersionView& view = context.snapshot->version(context.version);
  if (!context.encoding_is_ascii_safe && has_high_byte(text)) {
    Rewrite result = view.is_identity() ? forward(false) : refuse(refuse_encoding(), true);
    result.effects = every_effect;
    return result;
  }
  if (scan(text, context.lexing, tokens) != parser::ScanStatus::ok) return rewrite_unscannable(text, context);
  const StatementFacts facts = read_facts_in(text, tokens, view);
  Rewrite result = decide(text, context, facts);
  result.effects = facts.effects;
  constexpr unsigned prepared_words = word_prepares | word_runs_prepared | word_deallocates;
  if ((facts.words & prepared_words) != 0) result.prepared = read_prepared_command(text, tokens);
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
  if (view.is_identity()) return forward(false);
  if (!context.encoding_is_utf8 && may_name_in_other_encoding(text, tokens, view.affected()))
    return refuse(refuse_name_encoding(), true);
  ReadValues values = read_values_in(text, context, facts);
  const bool has_code = values.holds_code();
  const bool passes_code = has_code && context.pass.code;
  if (passes_code) {
    passed = "code that holds \"" + values.constants.front().name + '"';
    values = read_values_in(text, context, without_body(facts));
  } else if (has_code) {
    const ConstantName& constant = values.constants.front();
    const std::size_t byte = tokens[static_cast<std::size_t>(constant.token)].begin;
    const std::uint32_t position = character_position(text, byte, context.encoding_is_utf8);
    return refuse(refuse_constant(constant, position), true);
  }
  Rewrite result =
      facts.affected || values.matter() ? rewrite_affected(text, context, values) : forward(false);
  if (passes_code && result.passed.empty()) result.passed = passed;
  return result;
}

ReadValues Rewriter::Impl::read_values_in(std::string_view text, const StatementContext& context,
                                          const StatementFacts& facts) const {
  const VersionView& view = context.snapshot->version(context.version);
  return {find_constant_names(text, tokens, context.lexing, facts, view.gate()),
          !view.schemas().empty() && (facts.words & word_path) != 0};
}

Rewrite Rewriter::Impl::rewrite_affected(std::string_view text, const StatementContext& context,
                                         const ReadValues& values) {
  ProgramStore::Found found = programs.find(text, tokens, context, values);
  ++(found.cached ? counters.hits : counters.misses);
  if (auto* reason = std::get_if<SqlError>(&found.outcome)) {
    if (found.only_changes_shape && context.pass.ddl) return pass("a change of what the versions declare");
    return refuse(std::move(*reason), true);
  }
  if (const auto* program = std::get_if<const EditProgram*>(&found.outcome)) {
    if (!context.encoding_is_utf8 && writes_high_bytes(**program))
      return refuse(refuse_name_encoding(), true);
    return apply(text, **program);
  }
  Rewrite result;
  result.action = Action::needs_path;
  result.affected = true;
  return result;
}

const EditProgram* Rewriter::Impl::find_program(std::string_view text, const StatementContext& context) {
  const VersionView& view = context.snapshot->version(context.version);
  const StatementFacts facts = read_facts_in(text, tokens, view);
  ReadValues values = read_values_in(text, context, facts);
  if (values.holds_code()) values = read_values_in(text, context, without_body(facts));
  if (!facts.affected && !values.matter()) return nullptr;
  const auto outcome = programs.find(text, tokens, context, values).outcome;
  const auto* known = std::get_if<const EditProgram*>(&outcome);
  return known != nullptr ? *known : nullptr;
}

Rewrite Rewriter::Impl::apply(std::string_view text, const EditProgram& program) {
  if (program.edits.empty()) return forward(true);
  if (!splice(text, tokens, program, output)) {
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
  Rewrite result;
  result.action = Action::refuse;
  result.error = &error;
  result.affected = affected;
  return result;
}

void Rewriter::Impl::give_back_memory() {
  if (tokens.capacity() * sizeof(Token) > kept_buffer_bytes) tokens = {};
  if (output.capacity() > kept_buffer_bytes) output = {};
}

bool Rewriter::translate_error(const ErrorFields& fields, std::string_view original,
                               const StatementContext& context, std::string& out) {
  if (context.snapshot == nullptr) return false;
  const VersionView& view = context.snapshot->version(context.version);
  if (view.is_identity()) return false;
  std::vector<Token>& tokens = impl_->tokens;
  const EditProgram* program = nullptr;
  if (scan(original, context.lexing, tokens) != parser::ScanStatus::ok) {
    // It went out as it was, and its positions are right: the names in the message can be translated still.
    tokens.clear();
  } else {
    program = impl_->find_program(original, context);
  }
  return rules::translate_error({.fields = fields,
                                 .version = view,
                                 .original = original,
                                 .tokens = tokens,
                                 .program = program,
                                 .encoding_is_utf8 = context.encoding_is_utf8,
                                 .search_path = context.search_path},
                                out);
}

}  // namespace pgsegue::rules

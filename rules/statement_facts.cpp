#include "rules/statement_facts.hpp"

#include "parser/identifier_token.hpp"

namespace pgsegue::rules {

namespace {

using parser::Token;
using parser::TokenKind;

/// Reads one statement after the other: what its first word is, and the union of its words' flags. At a
/// semicolon or the end these become effects. Semicolons inside a BEGIN ATOMIC body end nothing, but then
/// what follows them is only taken for a statement of its own.
class FactReader {
 public:
  FactReader(std::string_view text, std::span<const Token> tokens, const AffectedGate* gate)
      : text_(text), tokens_(tokens), gate_(gate) {}

  StatementFacts run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (parser::is_identifier(token.kind)) {
        read_identifier(i);
      } else if (token.kind == TokenKind::op && text_[token.begin] == '*') {
        has_star_ = true;
      } else if (token.kind == TokenKind::punctuation && text_[token.begin] == ';') {
        finish_statement();
        statement_begin_ = i + 1;
      }
    }
    finish_statement();
    add_transaction_end();
    // What PREPARE keeps may have to be prepared again.
    facts_.affected |=
        names_unsettled_ && (has_star_ || (facts_.words & (word_all_columns | word_prepares)) != 0);
    return facts_;
  }

 private:
  void read_identifier(std::size_t i) {
    if (gate_ != nullptr && !facts_.affected) {
      const parser::TokenIndex index{static_cast<std::uint32_t>(i)};
      const AffectedGate::Named named = gate_->named_by(text_, tokens_, index);
      names_unsettled_ = names_unsettled_ || named == AffectedGate::Named::unsettled;
      facts_.affected = named == AffectedGate::Named::affected ||
                        (has(word_ddl) && gate_->admits_in_definition(text_, tokens_, index));
    }
    if (tokens_[i].kind == TokenKind::identifier) {
      read_word(i);
    } else {
      has_quoted_name_ = true;
    }
  }

  void read_word(std::size_t i) {
    const WordMeaning* meaning = find_word_meaning(text_of(text_, tokens_[i]));
    if (meaning == nullptr) return;
    if (i == statement_begin_) start_ = meaning->start;
    // INSERT INTO and MERGE INTO make no table; any other INTO may.
    const bool makes_none = meaning->flags == word_into && insert_at_ + 1 == i;
    if (!makes_none) words_ |= meaning->flags;
    if ((meaning->flags & word_insert_or_merge) != 0) insert_at_ = i;
  }

  bool has(WordFlag flag) const { return (words_ & flag) != 0; }

  void finish_statement() {
    StatementEffects& effects = facts_.effects;
    const bool makes_relations = has(word_ddl) || has(word_into);
    effects.is_ddl |= makes_relations;
    effects.may_create_temporary |= makes_relations;
    effects.may_change_search_path |= (has(word_ddl) && has(word_names_path)) || has(word_set_config);
    effects.prepares_path_change |= has(word_prepares) && has(word_set_config);
    effects.runs_prepared |= has(word_runs_prepared);
    facts_.has_body |= has(word_ddl) && has(word_routine);
    facts_.sets_parameter |= has(word_set_config);
    apply_start();
    facts_.words |= static_cast<std::uint16_t>(words_);
    words_ = 0;
    has_quoted_name_ = false;
    start_ = StatementStart::other;
  }

  void apply_start() {
    StatementEffects& effects = facts_.effects;
    switch (start_) {
      case StatementStart::reset:
        effects.may_change_search_path |= has(word_all);
        [[fallthrough]];
      case StatementStart::set:
        facts_.sets_parameter = true;
        effects.may_change_search_path |= has(word_names_path) || has_quoted_name_;
        if (has(word_names_path) || has_quoted_name_) words_ |= word_path;
        break;
      case StatementStart::do_block:
        facts_.has_body = true;
        effects.may_change_search_path = effects.may_create_temporary = effects.is_ddl = true;
        effects.prepares_path_change = true;
        break;
      case StatementStart::discard:
        effects.may_create_temporary = effects.may_change_search_path = true;
        break;
      case StatementStart::privilege:
        effects.may_change_search_path = true;
        break;
      case StatementStart::prepare:
        ends_transaction_ |= has(word_prepared);
        break;
      case StatementStart::transaction_end:
        ends_transaction_ = true;
        effects.is_ddl |= has(word_prepared);
        break;
      case StatementStart::other:
        break;
    }
  }

  void add_transaction_end() {
    StatementEffects& effects = facts_.effects;
    if (!ends_transaction_) return;
    effects.only_ends_transaction =
        !effects.may_change_search_path && !effects.may_create_temporary && !effects.is_ddl;
    effects.may_change_search_path = effects.may_create_temporary = true;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const AffectedGate* gate_;
  StatementFacts facts_;
  bool ends_transaction_ = false;
  bool names_unsettled_ = false, has_star_ = false;
  std::size_t insert_at_ = static_cast<std::size_t>(-2);  ///< where INSERT or MERGE stood last

  std::size_t statement_begin_ = 0;
  StatementStart start_ = StatementStart::other;
  unsigned words_ = 0;
  bool has_quoted_name_ = false;
};

}  // namespace

StatementFacts read_facts(std::string_view text, std::span<const Token> tokens, const AffectedGate* gate) {
  return FactReader(text, tokens, gate).run();
}

}  // namespace pgsegue::rules

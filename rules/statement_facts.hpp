#pragma once

#include "parser/token.hpp"
#include "rules/affected_gate.hpp"
#include "rules/rewriter.hpp"
#include "rules/statement_words.hpp"

#include <span>
#include <string_view>

namespace pgsegue::rules {

/// What the tokens of a text, of one or more statements, say without a parse tree. Conservative.
struct StatementFacts {
  StatementEffects effects;
  /// An identifier may name an affected relation, or an unsettled one of which all columns are meant, or
  /// in a statement that is kept.
  bool affected = false;
  /// Constants may hold code: a DO block or the body of a routine.
  bool has_body = false;
  /// WordFlags of all statements, of which the relation_text and column_text ones tell how to read constants.
  std::uint16_t words = 0;
  /// A statement sets or resets a parameter, or set_config is called.
  bool sets_parameter = false;
};

/// One pass, no allocation. `gate` null: nothing is affected.
StatementFacts read_facts(std::string_view text, std::span<const parser::Token> tokens,
                          const AffectedGate* gate);

}  // namespace pgsegue::rules

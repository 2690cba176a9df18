#pragma once

#include "parser/token.hpp"
#include "rules/affected_gate.hpp"
#include "rules/statement_facts.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::rules {

/// How a constant comes to name a relation.
enum class ConstantUse {
  body,      ///< code: a DO block or the body of a routine
  argument,  ///< read by the server as the name of a relation or column, or as a query
};

struct ConstantName {
  parser::TokenIndex token;
  ConstantUse use;
  std::string name;  ///< as it is written there; empty: hidden behind numeric escapes
};

/// The string constants that name an affected relation or schema where the server would read one as a name or
/// as code; nothing else can be known of constants without their values. Only relations whose own name
/// differs count where just that is read ('person'::regclass). A constant with numeric escapes counts as
/// naming one. To be asked for every statement, not once per shape.
std::vector<ConstantName> find_constant_names(std::string_view text, std::span<const parser::Token> tokens,
                                              parser::LexingState state, const StatementFacts& facts,
                                              const AffectedGate& gate);

}  // namespace pgsegue::rules

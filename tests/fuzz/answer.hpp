#pragma once

#include "rules/rewriter.hpp"

#include <string>
#include <vector>

namespace pgsegue::fuzz {

/// An answer that outlives its rewriter's next one.
struct Answer {
  rules::Rewrite::Action action{};
  std::string text;
  rules::SqlError error;
  rules::StatementEffects effects;
  rules::PreparedCommand prepared;
  bool affected = false;
  std::string passed;
  std::vector<parser::ParameterUse> parameters;

  /// In all that a client or the session can tell.
  bool operator==(const Answer& other) const;
};

/// For people.
std::string describe(const Answer& answer);

Answer ask(rules::Rewriter& rewriter, std::string_view text, const rules::StatementContext& context);

}  // namespace pgsegue::fuzz

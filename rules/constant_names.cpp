#include "rules/constant_names.hpp"

namespace pgsegue::rules {

std::optional<ConstantName> find_constant_name(std::string_view text, std::span<const parser::Token> tokens,
                                               const StatementFacts& facts, const AffectedGate& gate) {
  const bool reads_columns = (facts.words & word_column_text) != 0;
  const bool reads_relations = (facts.words & word_relation_text) != 0;
  if (!facts.has_body && !reads_columns && !reads_relations) return std::nullopt;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != parser::TokenKind::string) continue;
    const std::string_view constant = text_of(text, tokens[i]);
    const bool names =
        facts.has_body || reads_columns ? gate.mentions(constant) : gate.mentions_renamed(constant);
    if (!names) continue;
    return ConstantName{parser::TokenIndex{i}, facts.has_body ? ConstantUse::body : ConstantUse::argument};
  }
  return std::nullopt;
}

}  // namespace pgsegue::rules

#include "rules/constant_names.hpp"

#include "rules/constant_text.hpp"

#include <optional>
#include <utility>

namespace pgsegue::rules {

namespace {

/// The affected name in a constant's value, if there is one; `any_difference`: also of a relation of which
/// only columns differ.
std::optional<std::string> find_name(const std::optional<std::string>& value, bool any_difference,
                                     const AffectedGate& gate) {
  if (!value) return std::string();
  const auto mention = any_difference ? gate.find_mention(*value) : gate.find_renamed_mention(*value);
  if (!mention) return std::nullopt;
  return std::string(*mention);
}

}  // namespace

std::vector<ConstantName> find_constant_names(std::string_view text, std::span<const parser::Token> tokens,
                                              parser::LexingState state, const StatementFacts& facts,
                                              const AffectedGate& gate) {
  std::vector<ConstantName> found;
  const bool reads_columns = (facts.words & word_column_text) != 0;
  const bool reads_relations = (facts.words & (word_relation_text | word_path)) != 0;
  if (!facts.has_body && !reads_columns && !reads_relations) return found;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != parser::TokenKind::string) continue;
    const auto value = constant_words(text_of(text, tokens[i]), state);
    auto name = find_name(value, facts.has_body || reads_columns, gate);
    if (!name) continue;
    found.push_back({parser::TokenIndex{i}, facts.has_body ? ConstantUse::body : ConstantUse::argument,
                     std::move(*name)});
  }
  return found;
}

}  // namespace pgsegue::rules

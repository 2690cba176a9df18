#include "rules/prepared_command.hpp"

#include "parser/identifier_token.hpp"

#include <algorithm>
#include <utility>

namespace pgsegue::rules {

namespace {

using Kind = PreparedCommand::Kind;
using parser::is_word;
using parser::Token;
using parser::TokenIndex;

bool is_semicolon(std::string_view text, const Token& token) {
  return text_of(text, token) == ";";
}

bool is_one_statement(std::string_view text, std::span<const Token> tokens) {
  const auto end = std::find_if(tokens.begin(), tokens.end(),
                                [text](const Token& token) { return is_semicolon(text, token); });
  return std::all_of(end, tokens.end(), [text](const Token& token) { return is_semicolon(text, token); });
}

bool prepares_or_runs(std::string_view text, std::span<const Token> tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [text](const Token& token) {
    return is_word(text, token, "prepare") || is_word(text, token, "execute");
  });
}

Kind kind_of(std::string_view text, const Token& first) {
  if (is_word(text, first, "prepare")) return Kind::prepare;
  if (is_word(text, first, "execute")) return Kind::execute;
  return is_word(text, first, "deallocate") ? Kind::deallocate : Kind::none;
}

}  // namespace

PreparedCommand read_prepared_command(std::string_view text, std::span<const Token> tokens) {
  if (tokens.empty()) return {};
  const Kind kind = kind_of(text, tokens.front());
  const bool is_alone = is_one_statement(text, tokens);
  if (kind == Kind::none || !is_alone) return {prepares_or_runs(text, tokens) ? Kind::other : Kind::none, {}};
  std::uint32_t at = 1;
  if (kind == Kind::deallocate && tokens.size() > 2 && is_word(text, tokens[1], "prepare")) ++at;
  if (tokens.size() > at && is_word(text, tokens[at], kind == Kind::prepare ? "transaction" : "all") &&
      kind != Kind::execute)
    return {};
  auto name = parser::identifier_at(text, tokens, TokenIndex{at});
  return name ? PreparedCommand{kind, std::move(*name)} : PreparedCommand{};
}

}  // namespace pgsegue::rules

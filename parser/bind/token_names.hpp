#pragma once

#include "parser/bound_statement.hpp"
#include "parser/token.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pgsegue::parser::bind {

/// The tokens of a text with the few steps the binder takes over them. Indices past the end are allowed and
/// match nothing.
class TokenNames {
 public:
  TokenNames(std::string_view text, std::span<const Token> tokens) : text_(text), tokens_(tokens) {}

  std::size_t size() const { return tokens_.size(); }
  /// The token that starts at that byte.
  std::optional<std::size_t> at(std::int64_t location) const;
  /// The first token that starts at or after that byte.
  std::size_t from(std::uint32_t location) const;

  /// The byte at which the token starts, as the tree says it; -1 past the end.
  std::int32_t location(std::size_t index) const;

  bool is(std::size_t index, std::string_view symbol) const;
  bool is_keyword(std::size_t index, std::string_view lower) const;
  bool is_name(std::size_t index) const;

  /// The token after the name at `index`, which is itself a name.
  std::size_t after_name(std::size_t index) const;
  /// `count` names joined by dots from `index` on; empty if the tokens are not that.
  std::vector<TokenRange> dotted(std::size_t index, std::size_t count) const;
  /// The names of `( a, b, … )` that opens at `index`; empty if the tokens are not that.
  std::vector<TokenRange> listed(std::size_t index) const;
  /// The names of `a, b, …` that starts at `index`.
  std::vector<TokenRange> separated(std::size_t index) const;
  /// The first token of each part between top-level commas of the parentheses that open at `index`.
  std::vector<std::size_t> list_parts(std::size_t index) const;
  /// The token after the parenthesis that matches the one at `index`.
  std::size_t after_parentheses(std::size_t index) const;
  /// The first such keyword from `index` on outside parentheses; `size()` if there is none.
  std::size_t find_keyword(std::size_t index, std::string_view lower) const;
  /// The first opening parenthesis from `index` on; `size()` if there is none.
  std::size_t find_opening(std::size_t index) const;
  /// The first token of each part between top-level commas from `index` to `end`.
  std::vector<std::size_t> parts_until(std::size_t index, std::size_t end) const;
  /// The end of the result column that starts at `index` and has no alias: its comma, the keyword that begins
  /// the next clause, or what ends the query.
  std::size_t end_of_target(std::size_t index) const;
  /// The end of the value of SET that starts at `index`: its comma, the keyword that begins the next clause,
  /// or what ends the statement.
  std::size_t end_of_assigned(std::size_t index) const;

 private:
  /// The first token from `index` on, outside of parentheses, brackets and CASE, that is one of `,` `)` `;`
  /// or a word that `ends` knows.
  std::size_t end_of_expression(std::size_t index, bool (TokenNames::*ends)(std::size_t) const) const;
  bool starts_clause(std::size_t index) const;
  bool ends_assigned(std::size_t index) const;

  std::string_view text_;
  std::span<const Token> tokens_;
};

inline std::size_t index_of(TokenIndex token) {
  return static_cast<std::size_t>(token);
}
inline TokenIndex token_index(std::size_t index) {
  return static_cast<TokenIndex>(index);
}
/// From one token up to another; none if that is not behind it.
inline TokenRange tokens_between(std::size_t first, std::size_t end) {
  return {token_index(first), static_cast<std::uint32_t>(end > first ? end - first : 0)};
}
inline std::size_t end_of(const TokenRange& range) {
  return index_of(range.first) + range.count;
}

}  // namespace pgsegue::parser::bind

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pgsegue::parser {

/// The lexical classes that name resolution needs. Keywords are `identifier`s: what is a keyword depends on
/// the grammar. Source: PostgreSQL documentation, "Lexical Structure"; src/backend/parser/scan.l.
enum class TokenKind : std::uint8_t {
  identifier,          ///< unquoted word, keyword or not
  quoted_identifier,   ///< "…"
  unicode_identifier,  ///< U&"…"; a UESCAPE clause follows as tokens of its own
  string,       ///< '…', E'…', N'…', U&'…', $tag$…$tag$, with its continuations over newlines
  bit_string,   ///< B'…', X'…'
  number,       ///< integer or decimal constant
  parameter,    ///< $1
  op,           ///< operator, also :: .. := =>
  punctuation,  ///< one of ( ) [ ] , ; : .
};

/// One token: `begin` and `end` are byte offsets into the scanned text, `end` exclusive.
struct Token {
  std::uint32_t begin;
  std::uint32_t end;
  TokenKind kind;
};

/// Index into the token sequence of one text; not a byte offset.
enum class TokenIndex : std::uint32_t {};

/// A run of tokens.
struct TokenRange {
  TokenIndex first{};
  std::uint32_t count = 0;
};

/// How the session lexes, as the server reports it.
struct LexingState {
  bool standard_conforming_strings = true;
};

enum class ScanStatus : std::uint8_t {
  ok,
  unterminated,  ///< a string, quoted identifier, dollar quote or comment does not end
  invalid,       ///< a byte no token starts with, a bad Unicode escape, a NUL
};

/// Splits `text` into tokens, comments and white space dropped. `tokens` is cleared first; its capacity is
/// reused, so a caller that keeps it allocates nothing in the steady state. Agrees with PostgreSQL's scanner
/// on every input it calls `ok`. Texts of 4 GiB and more are `invalid`.
ScanStatus scan(std::string_view text, LexingState state, std::vector<Token>& tokens);

inline std::string_view text_of(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

}  // namespace pgsegue::parser

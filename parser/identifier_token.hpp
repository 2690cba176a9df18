#pragma once

#include "parser/identifier.hpp"
#include "parser/name_buffer.hpp"
#include "parser/token.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pgsegue::parser {

inline bool is_identifier(TokenKind kind) {
  return kind == TokenKind::identifier || kind == TokenKind::quoted_identifier ||
         kind == TokenKind::unicode_identifier;
}

/// Decodes the identifier that starts at token `index` into `name`, without allocating: unquoted (folded),
/// quoted ("" is a quote) or U&"…" with the escape character of the UESCAPE clause that may follow.
///
/// Returns how many tokens the identifier takes: 1, or 3 with a UESCAPE clause. 0: the token is no
/// identifier, or has escapes that the server refuses. Code points become UTF-8, in which the text is to be,
/// whatever the client's encoding and the database's are (encoding/decoded_text.hpp).
std::uint32_t decode_identifier(std::string_view text, std::span<const Token> tokens, TokenIndex index,
                                NameBuffer& name);

/// The same as a value of its own; nothing if it cannot be decoded.
std::optional<Identifier> identifier_at(std::string_view text, std::span<const Token> tokens,
                                        TokenIndex index);

/// True if the token is this word, unquoted. `word` is in lower case.
bool is_word(std::string_view text, const Token& token, std::string_view word);

}  // namespace pgsegue::parser

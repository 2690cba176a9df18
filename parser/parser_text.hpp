#pragma once

#include "parser/token.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pgsegue::parser {

/// Makes of `text` a text of the same length and the same tokens that libpg_query reads as the session's
/// server reads `text`. It is to be parsed, not to be sent. Two things differ:
///  - libpg_query 15 does not continue a string constant over a line comment (it takes comments for tokens),
///  the
///    server does: such comments become blanks;
///  - libpg_query lexes with standard_conforming_strings on: with it off, backslashes in plain constants, and
///  the
///    quotes and backslashes that they escape, become the letter x. The constants' values change by that.
/// Returns false, and leaves `out` alone, if nothing differs. `tokens` are those that `scan` gave for `text`.
bool to_parser_text(std::string_view text, std::span<const Token> tokens, LexingState state,
                    std::string& out);

/// Makes blanks of the comments between tokens: libpg_query's look-ahead stops at one, where the server takes
/// NULLS /* … */ FIRST for what it is. `tokens` are those of `text`.
void blank_comments(std::span<const Token> tokens, std::string& text);

}  // namespace pgsegue::parser

#pragma once

#include "parser/token.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// The words that a string constant's value is made of: the token's text with its escapes replaced, control
/// characters by blanks. Quotes and prefixes are left in: they are no part of words. Nothing if an escape
/// gives a character by its number, which may hide a letter of any word.
std::optional<std::string> constant_words(std::string_view token, parser::LexingState state);

}  // namespace pgsegue::rules

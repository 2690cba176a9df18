#pragma once

#include "rules/errors/name_translator.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// Translates the context that the server gives to errors during COPY: `COPY people, line 3, column surname:
/// "x"`. The names in it stand bare, and behind them may stand the client's data, which is left alone.
/// Nothing: the text is no such context. Source: src/backend/commands/copyfrom.c, CopyFromErrorCallback.
std::optional<std::string> translate_copy_context(std::string_view text, const NameTranslator& names);

}  // namespace pgsegue::rules

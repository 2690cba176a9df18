#pragma once

#include "parser/token.hpp"

#include <span>
#include <string_view>

namespace pgsegue::rules {

/// True if a statement of the text sets or resets the parameter pgsegue.version, by SET, RESET or set_config
/// with a constant. The version is chosen when the connection starts: a change would only make SHOW tell
/// something else than what the connection does. `tokens` need only be asked where a statement sets
/// something.
bool sets_version(std::string_view text, std::span<const parser::Token> tokens);

}  // namespace pgsegue::rules

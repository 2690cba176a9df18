#pragma once

#include "parser/token.hpp"
#include "rules/edit_program.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace pgsegue::rules {

/// How the server counts positions: characters of UTF-8, or bytes where one byte is one character.
enum class CharacterUnit { utf8, byte };

/// The position in `original` of what stands at `position` (from 1, in characters) of the text that `program`
/// made of it. A place inside a replacement is the start of what was replaced; one character beyond the end
/// is the same in the original. Nothing: there is no such position.
std::optional<std::size_t> map_position(std::string_view original, std::span<const parser::Token> tokens,
                                        const EditProgram& program, std::size_t position, CharacterUnit unit);

}  // namespace pgsegue::rules

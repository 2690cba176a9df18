#pragma once

#include "parser/token.hpp"
#include "rules/edit_program.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pgsegue::rules {

/// The position in `original` of what stands at `position` of the text that `program` made of it. Positions
/// are in characters from 1; `utf8` false: one byte is one character. A place inside a replacement is the
/// start of what was replaced; one character beyond the end is the same in the original. Nothing: no such
/// position.
std::optional<std::uint32_t> map_position(std::string_view original, std::span<const parser::Token> tokens,
                                          const EditProgram& program, std::uint32_t position, bool utf8);

}  // namespace pgsegue::rules

#pragma once

#include "parser/token.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue::rules {

// The shape of a statement: its token sequence with the constants' values taken out. Comments, white space
// and the constants do not count, anything else does, letter case included. The constant of a UESCAPE clause
// stays: it decides what a name is.

/// One pass over the tokens, no allocation. Equal shapes have equal hashes.
std::uint64_t hash_shape(std::string_view text, std::span<const parser::Token> tokens);

/// The shape as a value, to be kept and compared.
std::string make_shape(std::string_view text, std::span<const parser::Token> tokens);

/// True if the statement has exactly this shape. No allocation.
bool has_shape(std::string_view text, std::span<const parser::Token> tokens, std::string_view shape);

}  // namespace pgsegue::rules

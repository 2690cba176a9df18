#pragma once

#include "parser/token.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace pgsegue::rules {

// The shape of a statement: its token sequence with the constants' values taken out. Comments, white space
// and the constants do not count, anything else does, letter case included. The constant of a UESCAPE clause
// stays: it decides what a name is. So does what makes another symbol of a constant for the grammar: the N of
// N'…', and whether a number is an integer (of 32 bits). Two
// statements have the same shape if and only if its bytes are the same.

/// Writes shapes into memory of its own, which is used again: no allocation in the steady state.
class ShapeWriter {
 public:
  /// One pass over the tokens. Valid until the next call.
  std::string_view write(std::string_view text, std::span<const parser::Token> tokens);

  std::size_t capacity() const { return capacity_; }

 private:
  std::unique_ptr<char[]> memory_;
  std::size_t capacity_ = 0;
};

}  // namespace pgsegue::rules

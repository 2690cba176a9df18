#pragma once

#include "parser/bind/context.hpp"

#include <optional>
#include <string>

namespace pgsegue::parser::bind {

/// The value of a string constant and the tokens it is written with.
struct Constant {
  std::string value;
  TokenRange tokens;  ///< none: its place is not known
};

/// Reads a constant, perhaps cast to a type of strings. Nothing: the node is something else.
std::optional<Constant> read_constant(const Context& context, const Node* node);

}  // namespace pgsegue::parser::bind

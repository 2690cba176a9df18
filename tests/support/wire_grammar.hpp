#pragma once

#include <span>
#include <string_view>

namespace pgsegue::test {

/// A message and how its body is written in a line. `body` has one letter per part:
///   s  text ended by NUL          i  32 bits            b  one character
///   d  the rest as it is          v  a 16-bit count and values with 32-bit lengths (NULL: -1)
///   t  a 16-bit count and 32-bit type OIDs   c  a 16-bit count and columns of type text
///   f  error fields: type, text   m  texts, then an empty one   l  a 32-bit count and texts   p  a 16-bit
///   zero g  copy formats: 0, count 0
struct WireGrammar {
  std::string_view name;
  char type;
  std::string_view body;
  int code = -1;  ///< Authentication: what the body begins with
};

std::span<const WireGrammar> frontend_grammar();
std::span<const WireGrammar> backend_grammar();

}  // namespace pgsegue::test

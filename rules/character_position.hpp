#pragma once

#include "parser/unicode.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgsegue::rules {

/// Error positions count characters from 1; ours are byte offsets from 0. `utf8` false: one byte is one
/// character.
inline std::uint32_t character_position(std::string_view text, std::size_t byte, bool utf8) {
  if (!utf8) return static_cast<std::uint32_t>(byte) + 1;
  std::uint32_t position = 1;
  for (std::size_t i = 0; i < byte && i < text.size(); ++position)
    i += parser::utf8_length(text[i]);
  return position;
}

/// The byte offset of a position; text.size() if the text is shorter.
inline std::size_t byte_of_position(std::string_view text, std::uint32_t position, bool utf8) {
  std::size_t byte = 0;
  for (std::uint32_t i = 1; i < position && byte < text.size(); ++i) {
    byte += utf8 ? parser::utf8_length(text[byte]) : 1;
  }
  return byte < text.size() ? byte : text.size();
}

}  // namespace pgsegue::rules

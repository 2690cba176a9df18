#include "rules/map_position.hpp"

#include "rules/splice_pieces.hpp"

#include <algorithm>

namespace pgsegue::rules {
namespace {

bool starts_character(char c, CharacterUnit unit) {
  return unit == CharacterUnit::byte || (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

std::size_t count_characters(std::string_view text, CharacterUnit unit) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [unit](char c) { return starts_character(c, unit); }));
}

/// Where the character with that index (from 0) starts, in bytes.
std::size_t byte_of_character(std::string_view text, std::size_t index, CharacterUnit unit) {
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if (!starts_character(text[byte], unit)) continue;
    if (index == 0) return byte;
    --index;
  }
  return text.size();
}

}  // namespace

std::optional<std::size_t> map_position(std::string_view original, std::span<const parser::Token> tokens,
                                        const EditProgram& program, std::size_t position,
                                        CharacterUnit unit) {
  if (position == 0) return std::nullopt;
  std::size_t left = position - 1;
  std::optional<std::size_t> origin;
  const auto visit = [&](const SplicePiece& piece) {
    if (origin) return;
    const std::size_t characters = count_characters(piece.text, unit);
    if (left >= characters) {
      left -= characters;
    } else {
      origin = piece.origin + (piece.is_copied ? byte_of_character(piece.text, left, unit) : 0);
    }
  };
  if (!walk_pieces(original, tokens, program, visit)) return std::nullopt;
  if (!origin && left == 0) origin = original.size();
  if (!origin) return std::nullopt;
  return count_characters(original.substr(0, *origin), unit) + 1;
}

}  // namespace pgsegue::rules

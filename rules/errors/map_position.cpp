#include "rules/errors/map_position.hpp"

#include "rules/character_position.hpp"
#include "rules/splice_pieces.hpp"

namespace pgsegue::rules {

std::optional<std::uint32_t> map_position(std::string_view original, std::span<const parser::Token> tokens,
                                          const EditProgram& program, std::uint32_t position, bool utf8) {
  if (position == 0) return std::nullopt;
  std::uint32_t left = position;
  std::optional<std::size_t> origin;
  const auto visit = [&](const SplicePiece& piece) {
    if (origin) return;
    const std::uint32_t characters = character_position(piece.text, piece.text.size(), utf8) - 1;
    if (left > characters) {
      left -= characters;
    } else {
      origin = piece.origin + (piece.is_copied ? byte_of_position(piece.text, left, utf8) : 0);
    }
  };
  if (!walk_pieces(original, tokens, program, visit)) return std::nullopt;
  if (!origin && left == 1) origin = original.size();
  if (!origin) return std::nullopt;
  return character_position(original, *origin, utf8);
}

}  // namespace pgsegue::rules

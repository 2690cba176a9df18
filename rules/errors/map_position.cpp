#include "rules/errors/map_position.hpp"

#include "parser/character_class.hpp"
#include "rules/character_position.hpp"
#include "rules/splice_pieces.hpp"

#include <algorithm>

namespace pgsegue::rules {

namespace {

/// `TABLE t` becomes a select list, in which the server finds places. The command itself has none.
bool is_table_command(std::string_view text) {
  constexpr std::string_view word = "table";
  return text.size() > word.size() && !parser::has_flag(text[word.size()], parser::flag_identifier_part) &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return a == parser::ascii_lower(b); });
}

}  // namespace

std::optional<std::uint32_t> map_position(std::string_view original, std::span<const parser::Token> tokens,
                                          const EditProgram& program, std::uint32_t position, bool utf8) {
  if (position == 0) return std::nullopt;
  std::uint32_t left = position;
  std::optional<std::size_t> origin;
  bool in_replacement = false;
  const auto visit = [&](const SplicePiece& piece) {
    if (origin) return;
    const std::uint32_t characters = character_position(piece.text, piece.text.size(), utf8) - 1;
    if (left > characters) {
      left -= characters;
    } else {
      origin = piece.origin + (piece.is_copied ? byte_of_position(piece.text, left, utf8) : 0);
      in_replacement = !piece.is_copied;
    }
  };
  if (!walk_pieces(original, tokens, program, visit)) return std::nullopt;
  if (!origin && left == 1) origin = original.size();
  if (!origin || (in_replacement && is_table_command(original.substr(*origin)))) return std::nullopt;
  return character_position(original, *origin, utf8);
}

}  // namespace pgsegue::rules

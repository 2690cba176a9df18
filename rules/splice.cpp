#include "rules/splice.hpp"

#include "rules/splice_pieces.hpp"

namespace pgsegue::rules {

bool splice(std::string_view text, std::span<const parser::Token> tokens, const EditProgram& program,
            std::string& out) {
  out.clear();
  return walk_pieces(text, tokens, program, [&out](const SplicePiece& piece) { out += piece.text; });
}

}  // namespace pgsegue::rules

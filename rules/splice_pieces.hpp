#pragma once

#include "parser/character_class.hpp"
#include "parser/token.hpp"
#include "rules/edit_program.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace pgsegue::rules {

/// Part of a rewritten text.
struct SplicePiece {
  std::string_view text;
  std::size_t origin;  ///< byte of the original that it comes from, or that it stands for
  bool is_copied;      ///< copied from `origin` on; else a replacement, or a blank between
};

namespace splice_detail {

/// Characters that may be part of one token with a neighbour: letters, digits, quotes (`n'…'`, `"a""b"`).
inline bool may_join(char c) {
  return parser::has_flag(c, parser::flag_identifier_part) || c == '\'' || c == '"';
}

/// The bytes of the text that an edit takes away; begin == end: it only inserts.
struct ByteRange {
  std::size_t begin, end;
};

inline ByteRange bytes_of(std::span<const parser::Token> tokens, const Edit& edit) {
  const auto first = static_cast<std::size_t>(edit.first);
  if (edit.count > 0) return {tokens[first].begin, tokens[first + edit.count - 1].end};
  if (first < tokens.size()) return {tokens[first].begin, tokens[first].begin};
  const std::size_t end = tokens.empty() ? 0 : tokens.back().end;
  return {end, end};
}

inline bool fits(std::span<const parser::Token> tokens, const Edit& edit) {
  const auto first = static_cast<std::size_t>(edit.first);
  return first <= tokens.size() && edit.count <= tokens.size() - first;
}

/// The bytes from the first to the last of some tokens; begin > end: there are no such tokens.
inline ByteRange bytes_of(std::span<const parser::Token> tokens, const parser::TokenRange& range) {
  const auto first = static_cast<std::size_t>(range.first);
  if (range.count == 0 || first >= tokens.size() || range.count > tokens.size() - first) return {1, 0};
  return {tokens[first].begin, tokens[first + range.count - 1].end};
}

/// Hands pieces on, with a blank between two that would run together.
template <class Visit>
struct Spacer {
  Visit& visit;
  char last = ' ';

  void operator()(const SplicePiece& piece) {
    if (piece.text.empty()) return;
    if (may_join(last) && may_join(piece.text.front())) visit(SplicePiece{" ", piece.origin, false});
    visit(piece);
    last = piece.text.back();
  }
};

/// Hands a replacement on, with what it repeats of the text. False: it does not fit the tokens.
template <class Pass>
bool pass_replacement(std::string_view text, std::span<const parser::Token> tokens, const Edit& edit,
                      std::size_t origin, Pass& pass) {
  const std::string_view replacement = edit.replacement;
  std::size_t done = 0;
  for (const TokenCopy& copy : edit.copies) {
    const ByteRange range = bytes_of(tokens, copy.tokens);
    if (copy.offset < done || copy.offset > replacement.size() || range.begin > range.end) return false;
    pass({replacement.substr(done, copy.offset - done), origin, false});
    pass({text.substr(range.begin, range.end - range.begin), range.begin, true});
    done = copy.offset;
  }
  pass({replacement.substr(done), origin, false});
  return true;
}

}  // namespace splice_detail

/// Calls `visit` with the pieces that `program` makes of `text`, in order. False: an edit does not fit the
/// tokens (out of range, overlapping); what was visited is then of no use.
template <class Visit>
bool walk_pieces(std::string_view text, std::span<const parser::Token> tokens, const EditProgram& program,
                 Visit visit) {
  splice_detail::Spacer<Visit> pass{visit};
  std::size_t copied = 0;
  for (const Edit& edit : program.edits) {
    if (!splice_detail::fits(tokens, edit)) return false;
    const splice_detail::ByteRange range = splice_detail::bytes_of(tokens, edit);
    if (range.begin < copied) return false;
    pass({text.substr(copied, range.begin - copied), copied, true});
    if (!splice_detail::pass_replacement(text, tokens, edit, range.begin, pass)) return false;
    copied = range.end;
  }
  pass({text.substr(copied), copied, true});
  return true;
}

}  // namespace pgsegue::rules

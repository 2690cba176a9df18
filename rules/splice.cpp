#include "rules/splice.hpp"

#include "parser/character_class.hpp"

namespace pgsegue::rules {

namespace {

/// Characters that may be part of one token with a neighbour: letters, digits, quotes (`n'…'`, `"a""b"`).
bool may_join(char c) {
  return parser::has_flag(c, parser::flag_identifier_part) || c == '\'' || c == '"';
}

void append_apart(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty() && may_join(out.back()) && may_join(part.front())) out += ' ';
  out += part;
}

/// The bytes of the text that an edit takes away; begin == end: it only inserts.
struct ByteRange {
  std::size_t begin, end;
};

ByteRange bytes_of(std::span<const parser::Token> tokens, const Edit& edit) {
  const auto first = static_cast<std::size_t>(edit.first);
  if (edit.count > 0) return {tokens[first].begin, tokens[first + edit.count - 1].end};
  if (first < tokens.size()) return {tokens[first].begin, tokens[first].begin};
  const std::size_t end = tokens.empty() ? 0 : tokens.back().end;
  return {end, end};
}

bool fits(std::span<const parser::Token> tokens, const Edit& edit) {
  const auto first = static_cast<std::size_t>(edit.first);
  return first <= tokens.size() && edit.count <= tokens.size() - first;
}

}  // namespace

bool splice(std::string_view text, std::span<const parser::Token> tokens, const EditProgram& program,
            std::string& out) {
  out.clear();
  std::size_t copied = 0;
  for (const Edit& edit : program.edits) {
    if (!fits(tokens, edit)) return false;
    const ByteRange range = bytes_of(tokens, edit);
    if (range.begin < copied) return false;
    append_apart(out, text.substr(copied, range.begin - copied));
    append_apart(out, edit.replacement);
    copied = range.end;
  }
  append_apart(out, text.substr(copied));
  return true;
}

}  // namespace pgsegue::rules

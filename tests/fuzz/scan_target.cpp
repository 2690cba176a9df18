#include "parser/scan_statement.hpp"
#include "parser/token.hpp"
#include "rules/shape.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/parser/reference_scan.hpp"

#include <string>
#include <vector>

namespace pgsegue::fuzz {
namespace {

using parser::Token;

void require_sound_tokens(std::string_view text, const std::vector<Token>& tokens) {
  std::uint32_t end = 0;
  for (const Token& token : tokens) {
    require(token.begin >= end && token.end > token.begin && token.end <= text.size(), "tokens overlap",
            text);
    end = token.end;
  }
}

/// Statement by statement, the same tokens come out as from the whole.
void require_same_in_statements(std::string_view text, parser::LexingState state,
                                const std::vector<Token>& tokens) {
  std::vector<Token> part;
  std::size_t position = 0, compared = 0;
  while (position < text.size()) {
    const parser::StatementScan scanned = scan_statement(text, position, state, part);
    require(scanned.status == parser::ScanStatus::ok && scanned.end > position, "a statement is not scanned",
            text);
    for (const Token& token : part) {
      const bool same = compared < tokens.size() && tokens[compared].begin == token.begin &&
                        tokens[compared].end == token.end && tokens[compared].kind == token.kind;
      require(same, "a statement's tokens differ from the text's", text);
      ++compared;
    }
    position = scanned.end;
  }
  require(compared == tokens.size(), "a statement's tokens are missing", text);
}

/// Another layout, other constants: the same shape.
void require_stable_shape(std::string_view text, parser::LexingState state,
                          const std::vector<Token>& tokens) {
  rules::ShapeWriter writer, other_writer;
  const std::string_view shape = writer.write(text, tokens);
  std::string other = "/* other */";
  for (const Token& token : tokens) {
    const std::string_view word = text_of(text, token);
    const bool is_integer = token.kind == parser::TokenKind::number && word.size() < 10 &&
                            word.find_first_not_of("0123456789") == std::string_view::npos;
    other.append("\t").append(is_integer ? "42" : word);
  }
  std::vector<Token> other_tokens;
  require(scan(other, state, other_tokens) == parser::ScanStatus::ok, "another layout is not scanned", text);
  require(other_writer.write(other, other_tokens) == shape, "another layout has another shape", text);
}

void scan_in(std::string_view text, parser::LexingState state) {
  std::vector<Token> tokens;
  if (parser::scan(text, state, tokens) != parser::ScanStatus::ok) return;
  require_sound_tokens(text, tokens);
  require_same_in_statements(text, state, tokens);
  require_stable_shape(text, state, tokens);
}

}  // namespace

void scan(std::string_view input) {
  scan_in(input, {.standard_conforming_strings = true});
  scan_in(input, {.standard_conforming_strings = false});
  if (input.find('\0') != std::string_view::npos) return;
  const auto difference = parser::test::disagreement(std::string(input));
  require(difference.value_or("").empty(), "libpg_query scans it in another way", difference.value_or(""));
}

}  // namespace pgsegue::fuzz

#include "rules/statement_text.hpp"

#include "parser/encoding/letter_case.hpp"
#include "parser/identifier_token.hpp"
#include "parser/name_buffer.hpp"
#include "parser/unicode.hpp"
#include "rules/splice.hpp"
#include "rules/splice_pieces.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace pgsegue::rules {

namespace {

using parser::has_high_byte;
using parser::Token;
using parser::TokenKind;
using Form = parser::TextEncoding::Form;

/// Calls `visit` with each character of a text in UTF-8, or single bytes that are none.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = std::min(parser::utf8_length(text[i]), text.size() - i);
    visit(text.substr(i, size));
    i += size;
  }
}

bool is_ascii(std::string_view character) {
  return static_cast<unsigned char>(character.front()) < 0x80;
}

std::uint32_t code_point(std::string_view character) {
  constexpr unsigned char lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  std::uint32_t code =
      static_cast<unsigned char>(character.front()) & lead_bits[std::min<std::size_t>(character.size(), 4)];
  for (const char c : character.substr(1))
    code = code << 6 | (static_cast<unsigned char>(c) & 0x3F);
  return code;
}

}  // namespace

StatementText::Reading StatementText::read(std::string_view original, const parser::TextEncoding& encoding) {
  encoding_ = encoding;
  original_ = original;
  is_decoded_ = false;
  if (encoding.is_utf8() || !has_high_byte(original)) return Reading::readable;
  const bool is_bytes = encoding.form() == Form::bytes || encoding.form() == Form::ascii_only;
  if (is_bytes) return encoding.admits(original) ? Reading::readable : Reading::rejected;
  if (encoding.form() == Form::unreadable) return Reading::unreadable;
  if (!decoded_.decode(original, encoding, maps_)) return Reading::rejected;
  is_decoded_ = true;
  return Reading::readable;
}

bool StatementText::has_doubtful_name(std::span<const Token> tokens, bool folds) {
  const bool is_bytes = encoding_.form() == Form::bytes;
  const bool has_unknown = is_decoded_ && decoded_.has_unknown();
  if (encoding_.server().is_utf8() && !has_unknown && !is_bytes) return false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (parser::is_identifier(tokens[i].kind) && is_doubtful(tokens, i, folds)) return true;
  }
  return false;
}

bool StatementText::is_doubtful(std::span<const Token> tokens, std::size_t index, bool folds) {
  const Token& token = tokens[index];
  std::string_view name = text_of(text(), token);
  if (name.find(parser::DecodedText::unknown_character) != std::string_view::npos) return true;
  const bool is_bytes = encoding_.form() == Form::bytes;
  const bool is_converted_again = is_bytes || !encoding_.server().is_utf8();
  if (!is_converted_again) return false;
  const bool is_too_long = name.size() > parser::NameBuffer::max_bytes;
  std::optional<parser::Identifier> escaped;
  if (token.kind == TokenKind::unicode_identifier) {
    escaped = parser::identifier_at(text(), tokens, static_cast<parser::TokenIndex>(index));
    if (!escaped || is_too_long) return true;
    name = escaped->str();
  }
  if (!has_high_byte(name)) return false;
  const bool is_folded = token.kind == TokenKind::identifier && folds;
  if (is_bytes) return is_folded || is_too_long || escaped;
  return is_too_long || is_doubtful_for_server(name, is_folded && encoding_.server().is_single_byte);
}

/// The server converts the name once more, perhaps not to what it converts back to in the catalog's snapshot,
/// and cuts it where it has 63 bytes then.
bool StatementText::is_doubtful_for_server(std::string_view name, bool is_folded) {
  parser::CharacterMap& server = maps_.of(encoding_.server());
  scratch_.clear();
  bool is_certain = true;
  for_each_character(name, [&](std::string_view character) {
    if (is_ascii(character)) {
      scratch_ += character;
    } else {
      is_certain = is_certain && server.encode(character, scratch_) &&
                   !(is_folded && parser::may_be_upper_case(code_point(character)));
    }
  });
  return !is_certain || scratch_.size() > parser::NameBuffer::max_bytes;
}

bool StatementText::has_doubtful_constant(std::span<const Token> tokens) const {
  if (!is_decoded_ || !decoded_.has_unknown()) return false;
  return std::any_of(tokens.begin(), tokens.end(), [this](const Token& token) {
    return token.kind == TokenKind::string &&
           text_of(text(), token).find(parser::DecodedText::unknown_character) != std::string_view::npos;
  });
}

bool StatementText::holds_ascii_apart() const {
  if (encoding_.form() == Form::converted) return encoding_.client().is_of_servers;
  return encoding_.form() != Form::unreadable;
}

bool StatementText::can_write(const EditProgram& program) {
  if (encoding_.is_utf8()) return true;
  return std::all_of(program.edits.begin(), program.edits.end(), [this](const Edit& edit) {
    return !has_high_byte(edit.replacement) || can_write(edit.replacement);
  });
}

bool StatementText::can_write(std::string_view replacement) {
  if (encoding_.form() != Form::converted)
    return encoding_.form() != Form::unreadable && encoding_.admits(replacement);
  parser::CharacterMap& client = maps_.of(encoding_.client());
  scratch_.clear();
  bool all = replacement.find(parser::DecodedText::unknown_character) == std::string_view::npos;
  for_each_character(replacement, [&](std::string_view character) {
    all = all && (is_ascii(character) || client.encode(character, scratch_));
  });
  return all;
}

bool StatementText::splice(std::span<const Token> tokens, const EditProgram& program, std::string& out) {
  if (encoding_.form() != Form::converted) return rules::splice(text(), tokens, program, out);
  out.clear();
  bool is_mapped = true;
  const bool fits = walk_pieces(text(), tokens, program, [&](const SplicePiece& piece) {
    if (!piece.is_copied) return encode_to(piece.text, encoding_, out);
    if (!is_decoded_) {
      out += piece.text;
      return;
    }
    const auto begin = decoded_.original_offset(piece.origin);
    const auto end = decoded_.original_offset(piece.origin + piece.text.size());
    is_mapped = is_mapped && begin && end;
    if (is_mapped) out += original_.substr(*begin, *end - *begin);
  });
  return fits && is_mapped;
}

void StatementText::encode_to(std::string_view utf8, const parser::TextEncoding& encoding, std::string& out) {
  const bool is_kept = encoding.is_utf8() || encoding.form() == Form::bytes;
  if (is_kept || !has_high_byte(utf8)) {
    out += utf8;
    return;
  }
  const bool has_map = encoding.form() == Form::converted;
  for_each_character(utf8, [&](std::string_view character) {
    if (is_ascii(character)) {
      out += character;
    } else if (!has_map || !maps_.of(encoding.client()).encode(character, out)) {
      out += character == "…" ? "..." : "?";
    }
  });
}

std::string StatementText::encode(std::string_view utf8, const parser::TextEncoding& encoding) {
  std::string out;
  encode_to(utf8, encoding, out);
  return out;
}

void StatementText::encode(SqlError& error) {
  if (encoding_.is_utf8()) return;
  for (std::string* text : {&error.message, &error.detail, &error.hint})
    *text = encode(*text, encoding_);
}

std::string StatementText::decode(std::string_view of_client, const parser::TextEncoding& encoding) {
  if (encoding.form() != Form::converted || !has_high_byte(of_client)) return std::string(of_client);
  parser::DecodedText decoded;
  return decoded.decode(of_client, encoding, maps_) ? std::string(decoded.utf8()) : std::string(of_client);
}

void StatementText::give_back_memory(std::size_t kept_bytes) {
  if (decoded_.capacity() > kept_bytes) decoded_ = {};
  if (scratch_.capacity() > kept_bytes) scratch_ = {};
}

}  // namespace pgsegue::rules

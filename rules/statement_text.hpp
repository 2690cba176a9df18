#pragma once

#include "parser/encoding/decoded_text.hpp"
#include "parser/token.hpp"
#include "rules/edit_program.hpp"
#include "rules/sql_error.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// A client's statement: read in UTF-8, the encoding of the catalog's snapshot, and written in the client's
/// own with every byte that no edit touches as it came. UTF-8 and ASCII texts are not copied.
class StatementText {
 public:
  enum class Reading : std::uint8_t {
    readable,
    rejected,    ///< the server answers it with an error, unread
    unreadable,  ///< nobody knows where its strings end
  };
  /// `original` must outlive the next call.
  Reading read(std::string_view original, const parser::TextEncoding& encoding);

  /// The text to scan and plan on.
  std::string_view text() const { return is_decoded_ ? decoded_.utf8() : original_; }

  /// True if the server may make another name of some identifier than its UTF-8 says. `folds`: the database's
  /// locale folds letters beyond ASCII too, where they are single bytes (scansup.c, downcase_identifier).
  bool has_doubtful_name(std::span<const parser::Token> tokens, bool folds);
  /// The same of a constant, if it is read as a name.
  bool has_doubtful_constant(std::span<const parser::Token> tokens) const;

  /// True if no character of the client's encoding has a byte of ASCII inside.
  bool holds_ascii_apart() const;

  /// False: the client's encoding has not all characters that the program writes.
  bool can_write(const EditProgram& program);
  /// Carries out such a program, in the client's encoding. False: as of rules::splice().
  bool splice(std::span<const parser::Token> tokens, const EditProgram& program, std::string& out);

  /// Converts what pgsegue says itself; a character the client's encoding has not becomes `?`.
  void encode(SqlError& error);
  std::string encode(std::string_view utf8, const parser::TextEncoding& encoding);
  /// A text that comes from the server in the client's encoding, in UTF-8.
  std::string decode(std::string_view of_client, const parser::TextEncoding& encoding);

  void give_back_memory(std::size_t kept_bytes);

 private:
  bool is_doubtful(std::span<const parser::Token> tokens, std::size_t index, bool folds);
  bool is_doubtful_for_server(std::string_view name, bool is_folded);
  bool can_write(std::string_view replacement);
  void encode_to(std::string_view utf8, const parser::TextEncoding& encoding, std::string& out);

  parser::TextEncoding encoding_;
  parser::CharacterMaps maps_;
  parser::DecodedText decoded_;
  std::string_view original_;
  bool is_decoded_ = false;
  std::string scratch_;
};

}  // namespace pgsegue::rules

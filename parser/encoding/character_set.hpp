#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pgsegue::parser {

/// Codes of two bytes or more, read as numbers, both ends included.
struct CodeRange {
  std::uint32_t first, last;
};

/// A code beyond ASCII that the server takes for an ASCII character.
struct AsciiCode {
  std::uint32_t code;
  char character;
};

/// One of PostgreSQL's encodings (src/common/encnames.c). The values are static and immutable.
struct CharacterSet {
  std::string_view name;   ///< as the server reports it
  const char* iconv_name;  ///< of the C library's converter; null: it is UTF-8, or there is none
  std::size_t (*length)(std::string_view text);  ///< see character_length.hpp
  bool is_single_byte;
  /// Can be the encoding of a database: every byte of a character beyond ASCII is beyond ASCII.
  bool is_of_servers;
  /// Codes that the C library does not convert as the server does.
  std::span<const CodeRange> doubtful = {};
  std::span<const AsciiCode> ascii = {};

  bool is_utf8() const { return iconv_name == nullptr; }
};

/// Null: not one that can be converted to UTF-8 (SQL_ASCII, MULE_INTERNAL), or not known.
const CharacterSet* find_character_set(std::string_view name);
const CharacterSet& utf8_character_set();

/// All of them, for tests.
std::span<const CharacterSet> character_sets();

}  // namespace pgsegue::parser

#pragma once

#include "parser/encoding/character_set.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::parser {

/// Converts the characters of one encoding to UTF-8 and back as the server does. Where the C library's
/// converter is not known to agree with it, or is not installed, it converts nothing. Remembers what it has
/// converted; not thread-safe.
class CharacterMap {
 public:
  explicit CharacterMap(const CharacterSet& set);
  ~CharacterMap();
  CharacterMap(const CharacterMap&) = delete;
  CharacterMap& operator=(const CharacterMap&) = delete;

  /// True if what `decode` does not know is no character for the server either.
  bool is_complete() const;

  /// UTF-8 of one character beyond ASCII, of CharacterSet::length bytes: one code point, in SHIFT_JIS_2004
  /// and EUC_JIS_2004 sometimes two. Empty: not known. Valid until the next call.
  std::string_view decode(std::string_view character);
  /// Appends the code of one UTF-8 character beyond ASCII. False: it has none for certain.
  bool encode(std::string_view utf8, std::string& out);

 private:
  class Converter;
  struct Decoded {
    static constexpr std::uint8_t unknown = 0xFF;
    std::uint8_t size = 0;  ///< 0: not asked for yet
    std::array<char, 7> bytes{};
  };

  Decoded convert(std::string_view character);

  const CharacterSet& set_;
  std::unique_ptr<Converter> to_utf8_, from_utf8_;
  std::vector<Decoded> known_;  ///< by code, of one or two bytes
  Decoded last_;
};

/// A map per encoding, made when first asked for. Not thread-safe.
class CharacterMaps {
 public:
  CharacterMap& of(const CharacterSet& set);

 private:
  std::vector<std::pair<const CharacterSet*, std::unique_ptr<CharacterMap>>> maps_;
};

}  // namespace pgsegue::parser

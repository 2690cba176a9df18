#pragma once

#include "parser/encoding/character_map.hpp"
#include "parser/encoding/text_encoding.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::parser {

/// A text of the client's as the server reads it, in UTF-8, and where each part of it came from.
class DecodedText {
 public:
  /// Stands for a character of which it is not certain what the server makes of it.
  static constexpr std::string_view unknown_character = "\xF4\x8F\xBF\xBF";

  /// False: the text is not valid in the client's encoding, and the server rejects it unread.
  bool decode(std::string_view original, const TextEncoding& encoding, CharacterMaps& maps);
  void clear();

  std::string_view utf8() const { return utf8_; }
  /// Some character is `unknown_character`.
  bool has_unknown() const { return has_unknown_; }
  /// The byte of the original at which byte `offset` of `utf8` begins. Nothing: between characters beyond
  /// ASCII, where no token begins or ends.
  std::optional<std::size_t> original_offset(std::size_t offset) const;

  std::size_t capacity() const { return utf8_.capacity() + runs_.capacity() * sizeof(Run); }

 private:
  /// Characters beyond ASCII, one after the other.
  struct Run {
    std::size_t begin, end;  ///< in UTF-8
    std::size_t original_end;
  };

  void append(std::string_view utf8, std::size_t original_end);

  std::string utf8_;
  std::vector<Run> runs_;
  bool has_unknown_ = false;
};

}  // namespace pgsegue::parser

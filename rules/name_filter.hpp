#pragma once

#include "parser/character_class.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace pgsegue::rules {

/// Says at once that most words are none of a set of names, by their length and first letter alone. The first
/// letter's case is ignored, so that a word of SQL text can be asked for before it is folded.
class NameFilter {
 public:
  constexpr void add(std::string_view name) {
    if (name.size() >= lengths) {
      long_names_ |= bit_of(name.front());
    } else if (!name.empty()) {
      first_letters_[name.size()] |= bit_of(name.front());
    }
  }

  /// From now on every word may be contained.
  constexpr void add_all() {
    first_letters_.fill(~std::uint64_t{0});
    long_names_ = ~std::uint64_t{0};
  }

  /// False: no name of the set has this length and first letter. `word` is not empty.
  constexpr bool may_contain(std::string_view word) const {
    const std::uint64_t letters = word.size() < lengths ? first_letters_[word.size()] : long_names_;
    return (letters & bit_of(word.front())) != 0;
  }

 private:
  static constexpr std::size_t lengths = 63;  ///< longer words may be cut to 63 bytes: they share one entry

  static constexpr std::uint64_t bit_of(char first) {
    return std::uint64_t{1} << (static_cast<unsigned char>(parser::ascii_lower(first)) & 63);
  }

  std::array<std::uint64_t, lengths> first_letters_{};
  std::uint64_t long_names_ = 0;
};

}  // namespace pgsegue::rules

#pragma once

#include "parser/unicode.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace pgsegue::parser {

/// Collects the bytes of an identifier without allocating, and cuts it as the server does: to at most 63
/// bytes, at the boundary of a UTF-8 character.
class NameBuffer {
 public:
  static constexpr std::size_t max_bytes = 63;

  void push(char c) {
    if (size_ < max_bytes) {
      bytes_[size_++] = c;
    } else {
      too_long_ = true;
    }
  }

  /// The name. Valid as long as the buffer and until the next `clear`.
  std::string_view finish() const {
    const std::string_view name(bytes_.data(), size_);
    return too_long_ ? name.substr(0, utf8_whole_characters(name)) : name;
  }

  void clear() {
    size_ = 0;
    too_long_ = false;
  }

 private:
  std::array<char, max_bytes> bytes_;
  std::size_t size_ = 0;
  bool too_long_ = false;
};

}  // namespace pgsegue::parser

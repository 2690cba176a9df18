#pragma once

#include "proxy/wire/cursor.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace pgsegue::wire {

/// What encoders append to. The caller owns it and decides how long it lives.
using Buffer = std::vector<std::byte>;

inline void put(Buffer& to, std::span<const std::byte> bytes) {
  to.insert(to.end(), bytes.begin(), bytes.end());
}
inline void put(Buffer& to, std::string_view text) {
  put(to, as_bytes(text));
}
inline void put_u8(Buffer& to, std::uint8_t value) {
  to.push_back(std::byte{value});
}
inline void put_u16(Buffer& to, std::uint16_t value) {
  put_u8(to, static_cast<std::uint8_t>(value >> 8));
  put_u8(to, static_cast<std::uint8_t>(value));
}
inline void put_u32(Buffer& to, std::uint32_t value) {
  put_u16(to, static_cast<std::uint16_t>(value >> 16));
  put_u16(to, static_cast<std::uint16_t>(value));
}
/// The text and its NUL. The text holds none itself.
inline void put_cstring(Buffer& to, std::string_view text) {
  put(to, text);
  put_u8(to, 0);
}

/// One message: the type byte and a place for the length at once, the length when it goes out of scope.
/// Callers keep messages below 2 GiB (max_statement_bytes and the bounds on what the proxy itself writes see
/// to it).
class Message {
 public:
  Message(Buffer& to, char type) : to_(to) {
    put_u8(to_, static_cast<std::uint8_t>(type));
    length_at_ = to_.size();
    put_u32(to_, 0);
  }
  ~Message() { patch(to_, length_at_); }
  Message(const Message&) = delete;
  Message& operator=(const Message&) = delete;

  /// Writes at `at` how many bytes lie from there to the end.
  static void patch(Buffer& to, std::size_t at) {
    const auto length = static_cast<std::uint32_t>(to.size() - at);
    for (unsigned i = 0; i < 4; ++i)
      to[at + i] = std::byte(static_cast<std::uint8_t>(length >> (24 - 8 * i)));
  }

 private:
  Buffer& to_;
  std::size_t length_at_ = 0;
};

}  // namespace pgsegue::wire

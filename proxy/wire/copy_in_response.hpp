#pragma once

#include "proxy/wire/cursor.hpp"
#include "proxy/wire/writer.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace pgsegue::wire {

/// The server asks for copy data.
struct CopyInResponse {
  static constexpr char type = 'G';
  static constexpr std::size_t bytes_per_column = 2;

  std::uint8_t format = 0;                      ///< of the whole: 0 text, 1 binary
  std::span<const std::byte> column_formats{};  ///< `bytes_per_column` for each column
};

inline Decode decode(std::span<const std::byte> body, CopyInResponse& message) {
  Cursor cursor(body);
  message.format = cursor.u8();
  const std::size_t columns = cursor.u16();
  message.column_formats = cursor.bytes(columns * CopyInResponse::bytes_per_column);
  return cursor.finish();
}

inline void encode(Buffer& to, const CopyInResponse& message) {
  const Message frame(to, CopyInResponse::type);
  put_u8(to, message.format);
  put_u16(to, static_cast<std::uint16_t>(message.column_formats.size() / CopyInResponse::bytes_per_column));
  put(to, message.column_formats);
}

}  // namespace pgsegue::wire

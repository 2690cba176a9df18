#pragma once

#include "proxy/wire/cursor.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pgsegue::wire {

/// The values of a whole DataRow ('D') body, text format; nothing: NULL. Views into the body.
inline Decode decode_data_row(std::span<const std::byte> body,
                              std::vector<std::optional<std::string_view>>& values) {
  Cursor cursor(body);
  const std::uint16_t count = cursor.u16();
  for (std::uint16_t i = 0; i < count && cursor.status() == Decode::ok; ++i) {
    const std::int32_t size = cursor.i32();
    if (size == -1) {
      values.emplace_back();
    } else if (size < 0) {
      cursor.fail();
    } else {
      values.emplace_back(as_text(cursor.bytes(static_cast<std::uint32_t>(size))));
    }
  }
  return cursor.finish();
}

}  // namespace pgsegue::wire

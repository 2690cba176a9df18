#pragma once

#include "proxy/wire/writer.hpp"

#include <string_view>

namespace pgsegue::wire {

/// Execute ('E' from the frontend): runs a portal.
struct Execute {
  static constexpr char type = 'E';
  std::string_view portal;
  std::uint32_t row_limit = 0;  ///< 0: no limit
};

inline Decode decode(std::span<const std::byte> body, Execute& execute) {
  Cursor cursor(body);
  execute.portal = cursor.cstring();
  execute.row_limit = cursor.u32();
  return cursor.finish();
}

inline void encode(Buffer& to, const Execute& execute) {
  const Message message(to, Execute::type);
  put_cstring(to, execute.portal);
  put_u32(to, execute.row_limit);
}

}  // namespace pgsegue::wire

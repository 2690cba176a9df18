#pragma once

#include "proxy/wire/writer.hpp"

#include <string_view>

namespace pgsegue::wire {

/// What Describe ('D') and Close ('C') are about.
struct NamedObject {
  bool is_portal = false;  ///< else a prepared statement
  std::string_view name;   ///< empty: the unnamed one
};

inline Decode decode(std::span<const std::byte> body, NamedObject& object) {
  Cursor cursor(body);
  const char kind = static_cast<char>(cursor.u8());
  if (kind != 'S' && kind != 'P') cursor.fail();
  object.is_portal = kind == 'P';
  object.name = cursor.cstring();
  return cursor.finish();
}

namespace detail {
inline void encode(Buffer& to, char type, const NamedObject& object) {
  const Message message(to, type);
  put_u8(to, object.is_portal ? 'P' : 'S');
  put_cstring(to, object.name);
}
}  // namespace detail

}  // namespace pgsegue::wire

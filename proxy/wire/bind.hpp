#pragma once

#include "proxy/wire/writer.hpp"

#include <span>
#include <string_view>

namespace pgsegue::wire {

/// The names at the front of Bind ('B'). The values behind them are the server's business.
struct BindNames {
  static constexpr char type = 'B';
  std::string_view portal;
  std::string_view statement;
};

/// `front` is the beginning of the body; `whole`: it is all of it.
inline Decode decode_front(std::span<const std::byte> front, bool whole, BindNames& names) {
  Cursor cursor(front, whole);
  names.portal = cursor.cstring();
  names.statement = cursor.cstring();
  return cursor.status();
}

/// A Bind without parameters, all results as text.
inline void encode(Buffer& to, const BindNames& names) {
  const Message message(to, BindNames::type);
  put_cstring(to, names.portal);
  put_cstring(to, names.statement);
  put_u16(to, 0);
  put_u16(to, 0);
  put_u16(to, 0);
}

}  // namespace pgsegue::wire

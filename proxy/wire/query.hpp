#pragma once

#include "proxy/wire/writer.hpp"

#include <string_view>

namespace pgsegue::wire {

/// Query ('Q'): statements of the simple protocol, ended by NUL and nothing behind it.
struct Query {
  static constexpr char type = 'Q';
  std::string_view text;
};

inline Decode decode(std::span<const std::byte> body, Query& query) {
  Cursor cursor(body);
  query.text = cursor.cstring();
  return cursor.finish();
}

inline void encode(Buffer& to, const Query& query) {
  const Message message(to, Query::type);
  put_cstring(to, query.text);
}

}  // namespace pgsegue::wire

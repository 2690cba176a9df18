#pragma once

#include "proxy/wire/writer.hpp"

#include <span>
#include <string_view>

namespace pgsegue::wire {

/// Parse ('P'): makes a prepared statement. The parameter types stay as they are on the wire.
struct Parse {
  static constexpr char type = 'P';
  std::string_view statement;  ///< empty: the unnamed one
  std::string_view text;
  std::span<const std::byte> parameter_types;  ///< a 16-bit count and as many 32-bit type OIDs
};

/// No types given.
inline constexpr std::byte no_parameter_types[2] = {};

inline Decode decode(std::span<const std::byte> body, Parse& parse) {
  Cursor cursor(body);
  parse.statement = cursor.cstring();
  parse.text = cursor.cstring();
  parse.parameter_types = cursor.rest();
  const std::uint16_t count = cursor.u16();
  cursor.bytes(std::uint64_t{count} * 4);
  return cursor.finish();
}

inline void encode(Buffer& to, const Parse& parse) {
  to.reserve(to.size() + parse.statement.size() + parse.text.size() + parse.parameter_types.size() + 7);
  const Message message(to, Parse::type);
  put_cstring(to, parse.statement);
  put_cstring(to, parse.text);
  put(to, parse.parameter_types);
}

}  // namespace pgsegue::wire

#pragma once

#include "proxy/wire/writer.hpp"

#include <string_view>

namespace pgsegue::wire {

/// ParameterStatus ('S' from the backend): a setting has this value now.
struct ParameterStatus {
  static constexpr char type = 'S';
  std::string_view name;
  std::string_view value;
};

inline Decode decode(std::span<const std::byte> body, ParameterStatus& status) {
  Cursor cursor(body);
  status.name = cursor.cstring();
  status.value = cursor.cstring();
  return cursor.finish();
}

inline void encode(Buffer& to, const ParameterStatus& status) {
  const Message message(to, ParameterStatus::type);
  put_cstring(to, status.name);
  put_cstring(to, status.value);
}

}  // namespace pgsegue::wire

#pragma once

#include "proxy/wire/writer.hpp"

#include <string_view>
#include <vector>

namespace pgsegue::wire {

/// ErrorResponse ('E') and NoticeResponse ('N'): fields by type byte. Unknown fields are kept; none is
/// obligatory. Source: PostgreSQL documentation, "Error and Notice Message Fields".
struct ErrorField {
  char type;
  std::string_view value;
};

inline constexpr char error_response_type = 'E';
inline constexpr char notice_response_type = 'N';

/// Appends the fields of a whole body to `fields`. Views into the body.
template <class Field>
Decode decode_error_fields(std::span<const std::byte> body, std::vector<Field>& fields) {
  Cursor cursor(body);
  while (true) {
    const char type = static_cast<char>(cursor.u8());
    if (cursor.status() != Decode::ok || type == 0) break;
    const std::string_view value = cursor.cstring();
    if (cursor.status() == Decode::ok) fields.push_back({type, value});
  }
  return cursor.finish();
}

/// The SQLSTATE and severity of a whole body; empty where the message has none.
struct ErrorClass {
  std::string_view sqlstate;
  std::string_view severity;  ///< not localised if the server is 9.6 or newer
  std::string_view routine;   ///< of the server's source
  bool ends_session() const { return severity == "FATAL" || severity == "PANIC"; }
};
Decode decode_error_class(std::span<const std::byte> body, ErrorClass& error);

/// An error of our own. Empty parts are left out.
struct ErrorReport {
  std::string_view severity = "ERROR";  ///< "ERROR" or "FATAL"
  std::string_view sqlstate = {};
  std::string_view message = {};
  std::string_view detail = {};
  std::string_view hint = {};
  std::uint32_t position = 0;  ///< in characters from 1; 0: none
};
void encode(Buffer& to, const ErrorReport& report);

}  // namespace pgsegue::wire

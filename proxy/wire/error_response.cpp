#include "proxy/wire/error_response.hpp"

#include <string>

namespace pgsegue::wire {
namespace {

void put_field(Buffer& to, char type, std::string_view value) {
  if (value.empty()) return;
  put_u8(to, static_cast<std::uint8_t>(type));
  // A value with a NUL in it (bytes of a peer quoted in a message) ends there.
  put_cstring(to, value.substr(0, value.find('\0')));
}

}  // namespace

Decode decode_error_class(std::span<const std::byte> body, ErrorClass& error) {
  Cursor cursor(body);
  while (true) {
    const char type = static_cast<char>(cursor.u8());
    if (cursor.status() != Decode::ok || type == 0) break;
    const std::string_view value = cursor.cstring();
    if (type == 'C') error.sqlstate = value;
    if (type == 'R') error.routine = value;
    if (type == 'V' || (type == 'S' && error.severity.empty())) error.severity = value;
  }
  return cursor.finish();
}

void encode(Buffer& to, const ErrorReport& report) {
  const Message message(to, error_response_type);
  put_field(to, 'S', report.severity);
  put_field(to, 'V', report.severity);
  put_field(to, 'C', report.sqlstate);
  put_field(to, 'M', report.message);
  put_field(to, 'D', report.detail);
  put_field(to, 'H', report.hint);
  if (report.position != 0) put_field(to, 'P', std::to_string(report.position));
  put_u8(to, 0);
}

}  // namespace pgsegue::wire

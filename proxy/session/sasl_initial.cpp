#include "proxy/session/sasl_initial.hpp"

#include <cstdint>
#include <string>

namespace pgsegue::session {

namespace {

read_sasl_initial_result violation(std::string message) {
  rules::SqlError error;
  error.sqlstate = "08P01";
  error.message = std::move(message);
  return {std::nullopt, std::move(error)};
}

std::uint32_t read_length(std::string_view four_bytes) {
  std::uint32_t value = 0;
  for (const char c : four_bytes)
    value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

}  // namespace

read_sasl_initial_result read_sasl_initial(std::string_view body) {
  const std::size_t end = body.find('\0');
  if (end == std::string_view::npos) return violation("invalid string in message");
  sasl_initial message{body.substr(0, end), std::nullopt};
  body.remove_prefix(end + 1);
  if (body.size() < 4) return violation("insufficient data left in message");
  const std::uint32_t length = read_length(body.substr(0, 4));
  body.remove_prefix(4);
  if (length != UINT32_MAX) {
    if (length > body.size()) return violation("insufficient data left in message");
    message.data = body.substr(0, length);
    body.remove_prefix(length);
  }
  if (!body.empty()) return violation("invalid message format");
  return {message, std::nullopt};
}

}  // namespace pgsegue::session

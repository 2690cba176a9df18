#pragma once

#include "proxy/wire/writer.hpp"

#include <string_view>
#include <vector>

namespace pgsegue::wire {

/// Longest message of a SASL exchange (libpq/sasl.h, PG_MAX_SASL_MESSAGE_LENGTH).
inline constexpr std::size_t max_sasl_message = 1024;
inline constexpr char password_message_type = 'p';

/// The mechanism list of AuthenticationSASL: names ended by NUL, then one more NUL.
inline Decode decode_sasl_mechanisms(std::span<const std::byte> data, std::vector<std::string_view>& names) {
  Cursor cursor(data);
  while (true) {
    const std::string_view name = cursor.cstring();
    if (cursor.status() != Decode::ok || name.empty()) break;
    names.push_back(name);
  }
  return cursor.finish();
}

/// SASLInitialResponse ('p').
struct SaslInitialResponse {
  std::string_view mechanism;
  std::string_view data;  ///< empty also where the client sent none
};

inline Decode decode(std::span<const std::byte> body, SaslInitialResponse& response) {
  Cursor cursor(body);
  response.mechanism = cursor.cstring();
  const std::uint32_t size = cursor.u32();
  constexpr std::uint32_t no_data = 0xffffffff;
  if (size != no_data) response.data = as_text(cursor.bytes(size));
  return cursor.finish();
}

inline void encode(Buffer& to, const SaslInitialResponse& response) {
  const Message message(to, password_message_type);
  put_cstring(to, response.mechanism);
  put_u32(to, static_cast<std::uint32_t>(response.data.size()));
  put(to, response.data);
}

/// SASLResponse ('p'): the data alone.
inline void encode_sasl_response(Buffer& to, std::string_view data) {
  const Message message(to, password_message_type);
  put(to, data);
}

}  // namespace pgsegue::wire

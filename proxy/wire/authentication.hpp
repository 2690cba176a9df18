#pragma once

#include "proxy/wire/writer.hpp"

#include <span>

namespace pgsegue::wire {

/// What an Authentication message ('R') asks for or says. Source: PostgreSQL documentation, "Message
/// Formats"; pqcomm.h.
enum class AuthenticationCode : std::uint32_t {
  ok = 0,
  kerberos_v5 = 2,
  cleartext_password = 3,
  md5_password = 5,
  gss = 7,
  gss_continue = 8,
  sspi = 9,
  sasl = 10,
  sasl_continue = 11,
  sasl_final = 12,
};

struct Authentication {
  static constexpr char type = 'R';
  AuthenticationCode code = AuthenticationCode::ok;
  std::span<const std::byte> data;  ///< what follows the code
};

/// Any code is `ok` here; a caller that does not know it must treat it as an error.
inline Decode decode(std::span<const std::byte> body, Authentication& authentication) {
  Cursor cursor(body);
  authentication.code = static_cast<AuthenticationCode>(cursor.u32());
  authentication.data = cursor.rest();
  return cursor.status();
}

inline void encode(Buffer& to, const Authentication& authentication) {
  const Message message(to, Authentication::type);
  put_u32(to, static_cast<std::uint32_t>(authentication.code));
  put(to, authentication.data);
}

}  // namespace pgsegue::wire

#pragma once

#include "proxy/wire/startup_packet.hpp"

#include <span>
#include <string_view>

namespace pgsegue::wire {

/// NegotiateProtocolVersion ('v'): we speak 3.0 and know no protocol option. As PostgreSQL sends it, the
/// whole version number and not the minor alone (SendNegotiateProtocolVersion, postmaster.c).
inline constexpr char negotiate_protocol_version_type = 'v';

inline void encode_negotiate_protocol_version(Buffer& to, std::span<const std::string_view> unknown_options) {
  const Message message(to, negotiate_protocol_version_type);
  put_u32(to, protocol_3_0);
  put_u32(to, static_cast<std::uint32_t>(unknown_options.size()));
  for (const std::string_view name : unknown_options)
    put_cstring(to, name);
}

}  // namespace pgsegue::wire

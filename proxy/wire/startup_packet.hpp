#pragma once

#include "proxy/wire/writer.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace pgsegue::wire {

/// The first packets of a connection have no type byte: a length word that counts itself, and a code.
/// Source: PostgreSQL documentation, "Message Formats"; pqcomm.h.
inline constexpr std::uint32_t max_startup_packet = 10'000;
inline constexpr std::uint32_t protocol_3_0 = 3u << 16;

struct SslRequest {};
struct GssEncRequest {};
struct CancelRequest {
  std::uint32_t process_id;
  std::uint32_t secret;
};
/// A protocol this proxy does not speak, or a request code it does not know.
struct UnsupportedProtocol {
  std::uint32_t code;
  std::uint16_t major() const { return static_cast<std::uint16_t>(code >> 16); }
  std::uint16_t minor() const { return static_cast<std::uint16_t>(code); }
};
struct StartupPacket {
  struct Parameter {
    std::string_view name, value;
  };
  std::uint32_t protocol = protocol_3_0;
  std::vector<Parameter> parameters;  ///< in order; views into the packet

  std::uint16_t minor() const { return static_cast<std::uint16_t>(protocol); }
};
struct MalformedPacket {
  std::string_view why;  ///< static text
};

using FirstPacket = std::variant<SslRequest, GssEncRequest, CancelRequest, StartupPacket, UnsupportedProtocol,
                                 MalformedPacket>;

/// Whether a first packet can have this length word.
inline bool is_startup_length(std::uint32_t length) {
  return length >= 8 && length <= max_startup_packet;
}

/// Decodes a whole first packet, length word included.
FirstPacket decode_first_packet(std::span<const std::byte> packet);

void encode_ssl_request(Buffer& to);
/// `parameters` hold no NUL.
void encode_startup_packet(Buffer& to, std::span<const StartupPacket::Parameter> parameters);

}  // namespace pgsegue::wire

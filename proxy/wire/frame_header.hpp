#pragma once

#include "proxy/wire/cursor.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace pgsegue::wire {

/// Type byte and length word of every message but the start-up packet.
struct FrameHeader {
  static constexpr std::size_t size = 5;

  char type = 0;
  std::uint32_t length = 0;  ///< as on the wire: counts itself, not the type

  std::uint64_t body_size() const { return std::uint64_t{length} - 4; }
  std::uint64_t frame_size() const { return std::uint64_t{length} + 1; }
};

/// `bytes` holds at least FrameHeader::size. The length is not yet to be trusted: see check_header.
inline FrameHeader load_header(std::span<const std::byte> bytes) {
  return {static_cast<char>(bytes[0]), load_u32(bytes.data() + 1)};
}

/// What follows the header in a complete message.
inline std::span<const std::byte> body_of(std::span<const std::byte> frame) {
  return frame.subspan(FrameHeader::size);
}

/// Who sends the message.
enum class Origin : std::uint8_t { frontend, backend };
/// What the connection is doing: other messages are allowed while it logs in.
enum class Phase : std::uint8_t { login, session };

enum class HeaderError : std::uint8_t { none, unknown_type, bad_length };

/// Whether PostgreSQL would take a message of this type and length here. The type is judged first. Limits are
/// those of postgres.c (SocketBackend), auth.c and libpq's fe-protocol3.c, whichever side receives it.
HeaderError check_header(const FrameHeader& header, Origin origin, Phase phase);

}  // namespace pgsegue::wire

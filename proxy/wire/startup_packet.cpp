#include "proxy/wire/startup_packet.hpp"

namespace pgsegue::wire {
namespace {

constexpr std::uint32_t cancel_request_code = 1234u << 16 | 5678;
constexpr std::uint32_t ssl_request_code = 1234u << 16 | 5679;
constexpr std::uint32_t gssenc_request_code = 1234u << 16 | 5680;

FirstPacket decode_cancel(Cursor& body) {
  CancelRequest request{body.u32(), body.u32()};
  if (body.finish() != Decode::ok) return MalformedPacket{"invalid length of cancel request"};
  return request;
}

template <class Request>
FirstPacket decode_bare(const Cursor& body) {
  if (!body.rest().empty()) return MalformedPacket{"invalid length of negotiation request"};
  return Request{};
}

FirstPacket decode_parameters(Cursor& body, std::uint32_t protocol) {
  StartupPacket packet;
  packet.protocol = protocol;
  while (true) {
    const std::string_view name = body.cstring();
    if (body.status() == Decode::ok && name.empty()) break;
    const std::string_view value = body.cstring();
    if (body.status() != Decode::ok) break;
    packet.parameters.push_back({name, value});
  }
  if (body.finish() != Decode::ok) {
    return MalformedPacket{"invalid startup packet layout: expected terminator as last byte"};
  }
  return packet;
}

}  // namespace

FirstPacket decode_first_packet(std::span<const std::byte> packet) {
  Cursor body(packet);
  const std::uint32_t length = body.u32();
  const std::uint32_t code = body.u32();
  if (body.status() != Decode::ok || length != packet.size() || !is_startup_length(length)) {
    return MalformedPacket{"invalid length of startup packet"};
  }
  if (code == cancel_request_code) return decode_cancel(body);
  if (code == ssl_request_code) return decode_bare<SslRequest>(body);
  if (code == gssenc_request_code) return decode_bare<GssEncRequest>(body);
  if (code >> 16 != 3) return UnsupportedProtocol{code};
  return decode_parameters(body, code);
}

void encode_ssl_request(Buffer& to) {
  put_u32(to, 8);
  put_u32(to, ssl_request_code);
}

void encode_startup_packet(Buffer& to, std::span<const StartupPacket::Parameter> parameters) {
  const std::size_t length_at = to.size();
  put_u32(to, 0);
  put_u32(to, protocol_3_0);
  for (const auto& [name, value] : parameters) {
    put_cstring(to, name);
    put_cstring(to, value);
  }
  put_u8(to, 0);
  Message::patch(to, length_at);
}

}  // namespace pgsegue::wire

#pragma once

#include "proxy/wire/writer.hpp"

namespace pgsegue::wire {

/// BackendKeyData ('K') of protocol 3.0: the secret is four bytes.
struct BackendKeyData {
  static constexpr char type = 'K';
  std::uint32_t process_id = 0;
  std::uint32_t secret = 0;
};

inline Decode decode(std::span<const std::byte> body, BackendKeyData& key) {
  Cursor cursor(body);
  key.process_id = cursor.u32();
  key.secret = cursor.u32();
  return cursor.finish();
}

inline void encode(Buffer& to, const BackendKeyData& key) {
  const Message message(to, BackendKeyData::type);
  put_u32(to, key.process_id);
  put_u32(to, key.secret);
}

}  // namespace pgsegue::wire

#pragma once

#include "proxy/wire/writer.hpp"

namespace pgsegue::wire {

/// Messages without a body.
inline constexpr char sync_type = 'S';
inline constexpr char flush_type = 'H';
inline constexpr char terminate_type = 'X';

inline void encode_bare(Buffer& to, char type) {
  const Message message(to, type);
}

}  // namespace pgsegue::wire

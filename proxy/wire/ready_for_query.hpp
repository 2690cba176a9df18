#pragma once

#include "proxy/wire/cursor.hpp"

namespace pgsegue::wire {

inline constexpr char ready_for_query_type = 'Z';

/// What ReadyForQuery reports.
enum class TransactionStatus : char { idle = 'I', in_block = 'T', failed = 'E' };

inline Decode decode(std::span<const std::byte> body, TransactionStatus& status) {
  Cursor cursor(body);
  status = static_cast<TransactionStatus>(cursor.u8());
  const bool known = status == TransactionStatus::idle || status == TransactionStatus::in_block ||
                     status == TransactionStatus::failed;
  if (!known) cursor.fail();
  return cursor.finish();
}

}  // namespace pgsegue::wire

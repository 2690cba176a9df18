#pragma once

#include "proxy/net/cancel_limiter.hpp"
#include "proxy/net/cancel_registry.hpp"
#include "proxy/net/login_counter.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace pgsegue::net {

/// What the sessions of all threads share.
struct ProcessState {
  CancelRegistry cancel_keys;
  CancelLimiter cancel_limiter;
  LoginCounter logins;
  std::atomic<std::size_t> connections{0};  ///< open client connections
  std::atomic<std::uint64_t> last_session_id{0};
};

}  // namespace pgsegue::net

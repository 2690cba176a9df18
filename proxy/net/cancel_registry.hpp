#pragma once

#include "proxy/session/session_core.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace pgsegue::net {

class CancelTarget;

/// Which session a cancel key belongs to. Shared by all threads.
///
/// Process IDs are not secret and not unique (several servers): they select the candidates. The secret is
/// compared in constant time.
class CancelRegistry {
 public:
  void add(session::BackendKey key, std::weak_ptr<CancelTarget> target);
  void remove(session::BackendKey key);
  /// Null if no session has that key.
  std::shared_ptr<CancelTarget> find(session::BackendKey key) const;
  std::size_t size() const;

 private:
  struct Entry {
    std::uint32_t secret;
    std::weak_ptr<CancelTarget> target;
  };
  mutable std::mutex mutex_;
  std::unordered_multimap<std::uint32_t, Entry> by_process_id_;
};

}  // namespace pgsegue::net

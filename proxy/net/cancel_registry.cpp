#include "proxy/net/cancel_registry.hpp"

#include <openssl/crypto.h>

#include <utility>

namespace pgsegue::net {
namespace {

bool same_secret(std::uint32_t a, std::uint32_t b) {
  return CRYPTO_memcmp(&a, &b, sizeof(a)) == 0;
}

}  // namespace

void CancelRegistry::add(session::BackendKey key, std::weak_ptr<CancelTarget> target) {
  const std::lock_guard lock(mutex_);
  by_process_id_.emplace(key.process_id, Entry{key.secret, std::move(target)});
}

void CancelRegistry::remove(session::BackendKey key) {
  const std::lock_guard lock(mutex_);
  const auto [begin, end] = by_process_id_.equal_range(key.process_id);
  for (auto it = begin; it != end; ++it) {
    if (!same_secret(it->second.secret, key.secret)) continue;
    by_process_id_.erase(it);
    return;
  }
}

std::shared_ptr<CancelTarget> CancelRegistry::find(session::BackendKey key) const {
  const std::lock_guard lock(mutex_);
  std::shared_ptr<CancelTarget> found;
  const auto [begin, end] = by_process_id_.equal_range(key.process_id);
  for (auto it = begin; it != end; ++it)
    if (same_secret(it->second.secret, key.secret)) found = it->second.target.lock();
  return found;
}

std::size_t CancelRegistry::size() const {
  const std::lock_guard lock(mutex_);
  return by_process_id_.size();
}

}  // namespace pgsegue::net

#pragma once

#include "rules/snapshot.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>

namespace pgsegue::session {

/// Where the newest snapshot of one database is published. Any thread reads; the control connection writes.
class SnapshotSlot {
 public:
  /// The newest snapshot; null until the first one is there.
  std::shared_ptr<const rules::Snapshot> current() const {
    const std::lock_guard lock(mutex_);
    return snapshot_;
  }
  /// The newest snapshot's epoch, 0 if there is none: one relaxed load, for the hot path's "has it moved?".
  std::uint64_t epoch() const { return epoch_.load(std::memory_order_acquire); }

  /// Nothing will be published any more: the database is not served any more, or from elsewhere. What is here
  /// may become wrong.
  void retire() { retired_.store(true, std::memory_order_release); }
  bool is_retired() const { return retired_.load(std::memory_order_acquire); }

  void publish(std::shared_ptr<const rules::Snapshot> snapshot) {
    const std::lock_guard lock(mutex_);
    snapshot_ = std::move(snapshot);
    epoch_.store(snapshot_ ? snapshot_->epoch() : 0, std::memory_order_release);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const rules::Snapshot> snapshot_;
  std::atomic<std::uint64_t> epoch_{0};
  std::atomic<bool> retired_{false};
};

}  // namespace pgsegue::session

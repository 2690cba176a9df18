#include "proxy/session/retry.hpp"

#include "proxy/session/stale_error.hpp"

#include <utility>

namespace pgsegue::session {
namespace {

constexpr std::size_t max_batch = 64 * 1024;
constexpr std::size_t keep_batch_capacity = 2048;

}  // namespace

void Retry::begin() {
  if (batch_.capacity() > keep_batch_capacity) batch_ = {};
  batch_.clear();
  complete_ = false;
  recording_ = conv_.is_versioned() && conv_.state.settings.retry_on_stale_catalog;
}

void Retry::record(std::span<const std::byte> bytes) {
  if (!recording_ || bytes.empty()) return;
  recording_ = !complete_ && batch_.size() + bytes.size() <= max_batch;
  if (recording_) wire::put(batch_, bytes);
}

bool Retry::wants(const wire::ErrorClass& error) const {
  return recording_ && complete_ && may_come_of_stale_catalog(error) && conv_.block == Block::none &&
         conv_.status == wire::TransactionStatus::idle;
}

void Retry::hold_error(std::span<const std::byte> error) {
  held_.assign(error.begin(), error.end());
  holds_error_ = true;
  conv_.block = Block::until_snapshot;
}

void Retry::hold_ready(std::span<const std::byte> frame) {
  wire::put(held_, frame);
  conv_.block = Block::until_snapshot;
  conv_.state.out->add(RefreshSnapshot{});
}

std::span<const std::byte> Retry::on_snapshot(bool is_read) {
  conv_.block = Block::none;
  // Held without an error, ReadyForQuery ends a change of the schema.
  if (!is_read && !holds_error_) conv_.catalog_is_stale = true;
  const auto& slot = conv_.state.entry->snapshots;
  const bool again = std::exchange(holds_error_, false) && slot && slot->epoch() != conv_.epoch();
  if (!again) {
    deliver();
    if (conv_.at_rest()) conv_.adopt_snapshot();
    return {};
  }
  held_.clear();
  recording_ = false;
  conv_.adopt_snapshot();
  replayed_ = std::exchange(batch_, {});
  return replayed_;
}

void Retry::deliver() {
  delivered_ = std::exchange(held_, {});
  conv_.state.send(Side::client, delivered_);
}

}  // namespace pgsegue::session

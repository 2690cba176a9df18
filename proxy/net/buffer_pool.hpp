#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace pgsegue::net {

/// The read buffers of one thread. A connection takes one when there is something to read and gives it back
/// when everything in it was passed on, so idle connections hold none. Not thread-safe.
class BufferPool {
 public:
  static constexpr std::size_t buffer_bytes = 16 * 1024;
  using Block = std::array<std::byte, buffer_bytes>;

  struct GiveBack {
    BufferPool* pool;
    void operator()(Block* block) const { pool->give_back(block); }
  };
  /// Returns to the pool by itself; the pool must outlive it.
  using Buffer = std::unique_ptr<Block, GiveBack>;

  /// Keeps at most `kept` unused buffers; more are freed.
  explicit BufferPool(std::size_t kept = 64) : kept_(kept) { unused_.reserve(kept); }

  Buffer take() {
    ++in_use_;
    if (unused_.empty()) return Buffer(std::make_unique_for_overwrite<Block>().release(), GiveBack{this});
    Block* block = unused_.back().release();
    unused_.pop_back();
    return Buffer(block, GiveBack{this});
  }
  Buffer none() { return Buffer(nullptr, GiveBack{this}); }

  std::size_t in_use() const { return in_use_; }
  std::size_t unused() const { return unused_.size(); }

 private:
  void give_back(Block* block) {
    std::unique_ptr<Block> owned(block);
    --in_use_;
    if (unused_.size() < kept_) unused_.push_back(std::move(owned));
  }

  std::size_t kept_;
  std::size_t in_use_ = 0;
  std::vector<std::unique_ptr<Block>> unused_;
};

}  // namespace pgsegue::net

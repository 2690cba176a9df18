#pragma once

#include "proxy/wire/writer.hpp"

#include <cstddef>
#include <vector>

namespace pgsegue::session {

/// Memory for messages that a core writes itself: part of Actions, so that the sessions of a thread share it
/// and idle ones need none. What is written into it stays where it is until reset: sends may point into it.
class Scratch {
 public:
  /// An empty buffer. The reference is good until the next call of fresh, the bytes until reset.
  wire::Buffer& fresh() {
    if (used_ == buffers_.size()) buffers_.emplace_back();
    return buffers_[used_++];
  }

  /// Keeps what the messages of most batches need, so that the steady state does not allocate, and gives back
  /// the rest.
  void reset() {
    if (used_ > keep_buffers) {
      buffers_.resize(keep_buffers);
      used_ = keep_buffers;
    }
    for (; used_ > 0; --used_) {
      wire::Buffer& buffer = buffers_[used_ - 1];
      buffer.clear();
      if (buffer.capacity() > keep_capacity) buffer.shrink_to_fit();
    }
  }

 private:
  static constexpr std::size_t keep_buffers = 256;
  static constexpr std::size_t keep_capacity = 2048;

  // Growing moves the buffers; their content does not move with them.
  std::vector<wire::Buffer> buffers_;
  std::size_t used_ = 0;
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/wire/writer.hpp"

#include <cstddef>
#include <vector>

namespace pgsegue::session {

/// Memory for messages the core writes itself. What is written into it stays where it is until reset, which
/// every call into the core begins with: sends may point into it.
class Scratch {
 public:
  /// An empty buffer. The reference is good until the next call of fresh, the bytes until reset.
  wire::Buffer& fresh() {
    if (used_ == buffers_.size()) buffers_.emplace_back();
    return buffers_[used_++];
  }

  /// Keeps a little capacity, so that the steady state does not allocate, and gives back the rest.
  void reset() {
    if (used_ == 0) return;
    if (buffers_.size() > keep_buffers) buffers_.resize(keep_buffers);
    for (wire::Buffer& buffer : buffers_) {
      buffer.clear();
      if (buffer.capacity() > keep_capacity) buffer.shrink_to_fit();
    }
    used_ = 0;
  }

 private:
  static constexpr std::size_t keep_buffers = 4;
  static constexpr std::size_t keep_capacity = 2048;

  // Growing moves the buffers; their content does not move with them.
  std::vector<wire::Buffer> buffers_;
  std::size_t used_ = 0;
};

}  // namespace pgsegue::session

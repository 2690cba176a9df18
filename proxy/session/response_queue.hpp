#pragma once

#include "proxy/session/statement_record.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pgsegue::session {

/// The frontend messages that the server answers, and two that mark a place between them.
enum class Request : std::uint8_t {
  query,
  parse,
  bind,
  describe,
  execute,
  close,
  sync,
  function_call,
  copy_end,  ///< CopyDone or CopyFail: not answered itself
};

/// A response that is due.
struct Expected {
  Request request = Request::query;
  bool ours = false;            ///< injected by the core: the client must not see the response
  bool is_probe = false;        ///< its rows are for PathProbe
  bool in_doubt = false;        ///< a Sync that the server may ignore because it copies in
  StatementRef statement = {};  ///< null: nothing about it needs to be known
};

/// Every response the server still owes, in the order in which it will send them: the one place where they
/// are counted. A ring that grows only; it does not allocate in the steady state.
class ResponseQueue {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  Expected& front() { return ring_[head_]; }
  Expected& at(std::size_t index) { return ring_[(head_ + index) & (ring_.size() - 1)]; }
  const Expected& at(std::size_t index) const { return ring_[(head_ + index) & (ring_.size() - 1)]; }

  void push(Expected expected) {
    if (size_ == ring_.size()) grow();
    at(size_++) = std::move(expected);
  }
  void pop() {
    if (size_ == 0) return;
    ring_[head_].statement.reset();
    head_ = (head_ + 1) & (ring_.size() - 1);
    --size_;
  }
  /// Takes out the entry at `index`; those behind it move up.
  void remove(std::size_t index);
  /// Gives back what a long pipeline took.
  void release();

 private:
  void grow();

  std::vector<Expected> ring_;  ///< size: zero or a power of two
  std::size_t head_ = 0;
  std::size_t size_ = 0;
};

}  // namespace pgsegue::session

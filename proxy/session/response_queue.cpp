#include "proxy/session/response_queue.hpp"

#include <utility>

namespace pgsegue::session {
namespace {

constexpr std::size_t first_capacity = 8;
constexpr std::size_t keep_capacity = 64;

}  // namespace

void ResponseQueue::remove(std::size_t index) {
  for (std::size_t i = index; i + 1 < size_; ++i)
    at(i) = std::move(at(i + 1));
  at(--size_).statement.reset();
}

void ResponseQueue::release() {
  if (size_ != 0 || ring_.size() <= keep_capacity) return;
  ring_ = {};
  head_ = 0;
}

void ResponseQueue::grow() {
  std::vector<Expected> larger(ring_.empty() ? first_capacity : ring_.size() * 2);
  for (std::size_t i = 0; i < size_; ++i)
    larger[i] = std::move(at(i));
  ring_ = std::move(larger);
  head_ = 0;
}

}  // namespace pgsegue::session

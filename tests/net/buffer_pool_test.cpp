#include "proxy/net/buffer_pool.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace pgsegue::net {
namespace {

TEST(BufferPool, ReusesWhatWasGivenBack) {
  BufferPool pool;
  BufferPool::Buffer first = pool.take();
  const BufferPool::Block* block = first.get();
  first.reset();
  EXPECT_EQ(pool.unused(), 1u);
  const BufferPool::Buffer second = pool.take();
  EXPECT_EQ(second.get(), block);
  EXPECT_EQ(pool.in_use(), 1u);
}

TEST(BufferPool, KeepsNoMoreThanItMay) {
  BufferPool pool(2);
  std::vector<BufferPool::Buffer> taken;
  taken.reserve(10);
  for (int i = 0; i < 10; ++i)
    taken.push_back(pool.take());
  EXPECT_EQ(pool.in_use(), 10u);
  taken.clear();
  EXPECT_EQ(pool.in_use(), 0u);
  EXPECT_EQ(pool.unused(), 2u);
}

TEST(BufferPool, EmptyBufferCountsForNothing) {
  BufferPool pool;
  BufferPool::Buffer buffer = pool.none();
  EXPECT_EQ(pool.in_use(), 0u);
  buffer = pool.take();
  EXPECT_EQ(pool.in_use(), 1u);
}

}  // namespace
}  // namespace pgsegue::net

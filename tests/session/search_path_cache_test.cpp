#include "proxy/session/search_path_cache.hpp"

#include <gtest/gtest.h>

namespace pgsegue::session {
namespace {

TEST(search_path_cache, outlives_a_transaction_that_did_not_touch_it) {
  SearchPathCache cache;
  cache.known = true;
  cache.end_transaction();
  EXPECT_TRUE(cache.known);
}

TEST(search_path_cache, what_was_learned_behind_a_change_ends_with_the_transaction) {
  SearchPathCache cache;
  cache.known = true;
  cache.forget();
  EXPECT_FALSE(cache.known);
  cache.known = true;  // asked again inside the transaction
  cache.end_transaction();
  EXPECT_FALSE(cache.known);
}

TEST(search_path_cache, sync_ends_an_implicit_transaction_only) {
  SearchPathCache cache;
  cache.forget();
  cache.known = true;
  cache.end_batch(true);
  EXPECT_TRUE(cache.known);
  cache.end_batch(false);
  EXPECT_FALSE(cache.known);
}

TEST(search_path_cache, a_block_that_may_have_ended_is_none) {
  SearchPathCache cache;
  cache.end_transaction();
  cache.forget();
  cache.known = true;
  cache.end_batch(true);
  EXPECT_FALSE(cache.known);
  cache.on_ready();
  cache.known = true;
  cache.end_batch(true);
  EXPECT_TRUE(cache.known);
}

TEST(search_path_cache, a_change_counts_until_the_server_is_idle) {
  SearchPathCache cache;
  cache.forget();
  cache.settle();
  cache.known = true;
  cache.end_transaction();
  EXPECT_TRUE(cache.known);
}

}  // namespace
}  // namespace pgsegue::session

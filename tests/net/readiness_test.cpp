#include "proxy/net/readiness.hpp"

#include "tests/net/socket_pair.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace pgsegue::net {
namespace {

class readiness : public testing::Test {
 protected:
  readiness() { watched_ = std::make_unique<Readiness>(loop_.get_executor(), ends_.near.get()); }

  void wait_readable(std::vector<error_code>& told) {
    watched_->readable()(
        [&told](const std::tuple<error_code>& result) { told.push_back(std::get<0>(result)); });
  }
  void run() {
    loop_.restart();
    loop_.poll();
  }
  /// A new descriptor counts as ready until somebody has looked.
  void use_up() {
    std::vector<error_code> told;
    wait_readable(told);
    run();
  }
  void send() { ASSERT_EQ(::send(ends_.far.get(), "x", 1, 0), 1); }
  void receive() {
    char byte = 0;
    ASSERT_EQ(::recv(ends_.near.get(), &byte, 1, 0), 1);
  }

  asio::io_context loop_;
  test::SocketPair ends_;
  std::unique_ptr<Readiness> watched_;
};

TEST_F(readiness, ends_a_wait_for_each_change) {
  use_up();
  for (std::size_t i = 0; i < 3; ++i) {
    std::vector<error_code> told;
    wait_readable(told);
    run();
    EXPECT_TRUE(told.empty());
    send();
    run();
    ASSERT_EQ(told.size(), 1u);
    EXPECT_FALSE(told.front());
    receive();
  }
}

TEST_F(readiness, does_not_lose_a_change_that_came_before_the_wait) {
  use_up();
  send();
  run();
  std::vector<error_code> told;
  wait_readable(told);
  run();
  EXPECT_EQ(told.size(), 1u);
}

TEST_F(readiness, does_not_lose_a_change_that_was_reported_while_nobody_waited) {
  use_up();
  std::vector<error_code> other;
  watched_->gone()([&other](const std::tuple<error_code>& result) { other.push_back(std::get<0>(result)); });
  send();
  run();
  std::vector<error_code> told;
  wait_readable(told);
  run();
  EXPECT_EQ(told.size(), 1u);
  EXPECT_TRUE(other.empty());
}

TEST_F(readiness, tells_everyone_who_waits) {
  use_up();
  std::vector<error_code> told;
  wait_readable(told);
  wait_readable(told);
  wait_readable(told);
  send();
  run();
  EXPECT_EQ(told.size(), 3u);
  receive();
  told.clear();
  wait_readable(told);
  run();
  EXPECT_TRUE(told.empty());
}

TEST_F(readiness, waits_for_room_to_write) {
  const std::vector<char> block(1 << 16);
  while (::send(ends_.near.get(), block.data(), block.size(), MSG_NOSIGNAL) > 0) {
  }
  unsigned told = 0;
  const auto count = [&told](const std::tuple<error_code>&) { ++told; };
  watched_->writable()(count);  // as above: a new descriptor counts as ready
  run();
  ASSERT_EQ(told, 1u);
  watched_->writable()(count);
  run();
  EXPECT_EQ(told, 1u);
  std::vector<char> drain(1 << 20);
  while (::recv(ends_.far.get(), drain.data(), drain.size(), 0) > 0) {
  }
  run();
  EXPECT_EQ(told, 2u);
}

TEST_F(readiness, cancel_and_close_end_the_waits) {
  use_up();
  std::vector<error_code> told;
  wait_readable(told);
  watched_->cancel();
  run();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0], asio::error::operation_aborted);
  wait_readable(told);
  watched_->close();
  wait_readable(told);
  run();
  ASSERT_EQ(told.size(), 3u);
  EXPECT_EQ(told[1], asio::error::operation_aborted);
  EXPECT_TRUE(told[2]);
}

TEST_F(readiness, goes_away_with_waits_pending) {
  use_up();
  std::vector<error_code> told;
  wait_readable(told);
  watched_.reset();
  run();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0], asio::error::operation_aborted);
}

TEST_F(readiness, tells_bytes_from_the_end_of_the_stream) {
  use_up();
  send();
  std::vector<error_code> told;
  wait_readable(told);
  run();
  EXPECT_EQ(told.size(), 1u);
  EXPECT_FALSE(watched_->end_reported());
  wait_readable(told);
  send();
  ::shutdown(ends_.far.get(), SHUT_WR);
  run();
  EXPECT_EQ(told.size(), 2u);
  EXPECT_TRUE(watched_->end_reported());
}

class poller : public readiness {
 protected:
  poller() {
    other_ = std::make_unique<Readiness>(loop_.get_executor(), other_ends_.near.get());
    use_up();
    std::vector<error_code> told;
    other_->readable()(
        [&told](const std::tuple<error_code>& result) { told.push_back(std::get<0>(result)); });
    run();
  }

  test::SocketPair other_ends_;
  std::unique_ptr<Readiness> other_;
};

TEST_F(poller, lets_the_first_who_is_told_destroy_everything) {
  std::vector<error_code> told;
  const auto destroy = [&](const std::tuple<error_code>& result) {
    told.push_back(std::get<0>(result));
    watched_.reset();
    other_.reset();
  };
  watched_->readable()(destroy);
  other_->readable()(destroy);
  send();
  ASSERT_EQ(::send(other_ends_.far.get(), "x", 1, 0), 1);
  run();
  ASSERT_EQ(told.size(), 2u);
  EXPECT_FALSE(told[0]);
  EXPECT_EQ(told[1], asio::error::operation_aborted);
}

TEST_F(poller, calls_before_it_waits_and_does_not_sleep_on_what_that_posts) {
  unsigned calls = 0;
  bool is_done = false;
  asio::use_service<Poller>(loop_).before_wait([&] {
    if (++calls == 3) asio::post(loop_, [&] { is_done = true, loop_.stop(); });
    if (calls < 3) asio::post(loop_, [] {});
  });
  const auto work = asio::make_work_guard(loop_);
  loop_.restart();
  loop_.run();
  EXPECT_TRUE(is_done);
}

TEST_F(poller, leaves_timers_and_posts_of_other_threads_to_asio) {
  Timer timer(loop_.get_executor(), std::chrono::milliseconds(20));
  std::atomic<unsigned> told = 0;
  timer.async_wait([&](const error_code& error) { told += error ? 0 : 1; });
  loop_.restart();
  const auto work = asio::make_work_guard(loop_);
  std::thread thread([this] { loop_.run(); });
  while (told == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  asio::post(loop_, [this] { loop_.stop(); });
  thread.join();
}

TEST(Poller, DestroysWhoStillWaits) {
  const test::SocketPair ends;
  const auto held = std::make_shared<int>();
  {
    asio::io_context loop;
    // As a session does: what waits owns what it waits for.
    const auto watched = std::make_shared<Readiness>(loop.get_executor(), ends.near.get());
    watched->writable()([watched, held](const std::tuple<error_code>&) {});
    loop.poll();
    watched->gone()([watched, held](const std::tuple<error_code>&) {});
    EXPECT_EQ(held.use_count(), 2);
  }
  EXPECT_EQ(held.use_count(), 1);
}

}  // namespace
}  // namespace pgsegue::net

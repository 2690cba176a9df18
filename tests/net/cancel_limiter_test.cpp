#include "proxy/net/cancel_limiter.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace pgsegue::net {
namespace {

using Verdict = CancelLimiter::Verdict;
using std::chrono::milliseconds;

struct CancelLimiterTest : testing::Test {
  CancelLimiter limiter;
  CancelLimiter::Clock::time_point now = CancelLimiter::Clock::time_point(std::chrono::hours(1));

  void guess(const std::string& address, int times) {
    for (int i = 0; i < times; ++i)
      limiter.count_wrong(address, now);
  }
};

TEST_F(CancelLimiterTest, RefusesAfterTooManyWrongKeysAndLogsOnce) {
  guess("10.0.0.1", 2);
  EXPECT_EQ(limiter.ask("10.0.0.1", 3, now), Verdict::allow);
  guess("10.0.0.1", 1);
  EXPECT_EQ(limiter.ask("10.0.0.1", 3, now), Verdict::refuse_and_log);
  EXPECT_EQ(limiter.ask("10.0.0.1", 3, now), Verdict::refuse);
}

TEST_F(CancelLimiterTest, OneAddressDoesNotHurtAnother) {
  guess("10.0.0.1", 100);
  EXPECT_EQ(limiter.ask("10.0.0.2", 3, now), Verdict::allow);
}

TEST_F(CancelLimiterTest, ForgivesAfterASecond) {
  guess("10.0.0.1", 5);
  now += milliseconds(999);
  EXPECT_NE(limiter.ask("10.0.0.1", 3, now), Verdict::allow);
  now += milliseconds(1);
  EXPECT_EQ(limiter.ask("10.0.0.1", 3, now), Verdict::allow);
}

TEST_F(CancelLimiterTest, ForgetsOldAddressesAndStaysBounded) {
  for (int i = 0; i < 12'000; ++i)
    guess("a" + std::to_string(i), 1);
  EXPECT_LE(limiter.addresses(), 10'001u);
  now += milliseconds(1'500);
  guess("new", 1);
  EXPECT_EQ(limiter.addresses(), 1u);
}

}  // namespace
}  // namespace pgsegue::net

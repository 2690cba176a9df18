#include "proxy/net/login_counter.hpp"

#include <gtest/gtest.h>

namespace pgsegue::net {
namespace {

TEST(LoginCounter, CountsEachAddressAndForgetsThoseThatAreThrough) {
  LoginCounter counter;
  EXPECT_EQ(counter.begin("10.0.0.1"), 1u);
  EXPECT_EQ(counter.begin("10.0.0.1"), 2u);
  EXPECT_EQ(counter.begin("10.0.0.2"), 1u);
  counter.end("10.0.0.1");
  EXPECT_EQ(counter.begin("10.0.0.1"), 2u);
  EXPECT_EQ(counter.addresses(), 2u);
  counter.end("10.0.0.2");
  EXPECT_EQ(counter.addresses(), 1u);
}

}  // namespace
}  // namespace pgsegue::net

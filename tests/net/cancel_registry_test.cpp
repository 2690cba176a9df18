#include "proxy/net/cancel_registry.hpp"

#include "proxy/net/cancel_target.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace pgsegue::net {
namespace {

struct IdleTarget final : CancelTarget {
  void request_cancel(std::function<void()> done) override { done(); }
};

TEST(CancelRegistry, FindsByProcessIdAndSecret) {
  CancelRegistry registry;
  const auto target = std::make_shared<IdleTarget>();
  registry.add({7, 1111}, target);
  EXPECT_EQ(registry.find({7, 1111}), target);
  EXPECT_EQ(registry.find({7, 1112}), nullptr);
  EXPECT_EQ(registry.find({8, 1111}), nullptr);
}

TEST(CancelRegistry, TellsEqualProcessIdsOfTwoServersApart) {
  CancelRegistry registry;
  const auto one = std::make_shared<IdleTarget>();
  const auto two = std::make_shared<IdleTarget>();
  registry.add({7, 1}, one);
  registry.add({7, 2}, two);
  registry.remove({7, 1});
  EXPECT_EQ(registry.find({7, 1}), nullptr);
  EXPECT_EQ(registry.find({7, 2}), two);
  EXPECT_EQ(registry.size(), 1u);
}

TEST(CancelRegistry, RemovingAWrongKeyRemovesNothing) {
  CancelRegistry registry;
  const auto target = std::make_shared<IdleTarget>();
  registry.add({7, 1}, target);
  registry.remove({7, 2});
  registry.remove({9, 1});
  EXPECT_EQ(registry.size(), 1u);
}

TEST(CancelRegistry, DoesNotKeepASessionAlive) {
  CancelRegistry registry;
  auto target = std::make_shared<IdleTarget>();
  registry.add({7, 1}, target);
  target.reset();
  EXPECT_EQ(registry.find({7, 1}), nullptr);
}

}  // namespace
}  // namespace pgsegue::net

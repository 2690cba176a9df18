#include "proxy/net/server_connector.hpp"

#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <dlfcn.h>
#include <netdb.h>
#include <string_view>
#include <thread>

namespace {

constexpr std::string_view slow_host = "slow.invalid";
constexpr std::chrono::milliseconds slowness{1500};

}  // namespace

// In front of the system's: a name server that takes its time.
extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints, addrinfo** found) {
  using Function = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
  if (host != nullptr && host == slow_host) {
    std::this_thread::sleep_for(slowness);
    return EAI_NONAME;
  }
  static const auto next = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
  return next(host, service, hints, found);
}

namespace pgsegue::net {
namespace {

ConnectResult connect(const std::string& host, std::chrono::milliseconds limit,
                      std::chrono::steady_clock::duration& took) {
  asio::io_context context(1);
  const std::vector<config::ServerAddress> addresses{{host, 1}};
  config::Limits limits;
  limits.connect_timeout = limit;
  ConnectResult result;
  const auto begin = std::chrono::steady_clock::now();
  asio::co_spawn(context, connect_to_any(context.get_executor(), addresses, limits),
                 [&](const std::exception_ptr& failure, ConnectResult connected) {
                   EXPECT_FALSE(failure);
                   result = std::move(connected);
                   took = std::chrono::steady_clock::now() - begin;
                 });
  context.run();
  return result;
}

TEST(ServerConnector, DoesNotWaitForANameLongerThanItMay) {
  std::chrono::steady_clock::duration took{};
  const ConnectResult result = connect(std::string(slow_host), std::chrono::milliseconds(50), took);
  EXPECT_FALSE(result.socket);
  EXPECT_EQ(
      result.failure,
      "connection to server at \"slow.invalid\", port 1 failed: the name could not be resolved in time");
  EXPECT_LT(took, slowness);
}

TEST(ServerConnector, SaysWhyANameCannotBeResolved) {
  std::chrono::steady_clock::duration took{};
  const ConnectResult result = connect(std::string(slow_host), std::chrono::seconds(20), took);
  EXPECT_TRUE(result.failure.find("the name cannot be resolved: ") != std::string::npos) << result.failure;
  EXPECT_GE(took, slowness);
}

TEST(ServerConnector, TriesWhatANameResolvesTo) {
  std::chrono::steady_clock::duration took{};
  const ConnectResult result = connect("localhost", std::chrono::seconds(20), took);
  EXPECT_TRUE(result.failure.find("refused") != std::string::npos) << result.failure;
}

}  // namespace
}  // namespace pgsegue::net

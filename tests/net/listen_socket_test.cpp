#include "proxy/net/listen_socket.hpp"

#include "proxy/net/unix_address.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <filesystem>
#include <fstream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <system_error>

namespace pgsegue::net {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

/// A port of 127.0.0.1 that somebody listens on for the life of this object.
class TakenPort {
 public:
  TakenPort() : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const int on = 1;
    ::setsockopt(fd_.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on));
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address_);
    EXPECT_EQ(::bind(fd_.get(), reinterpret_cast<sockaddr*>(&address_), size), 0);
    EXPECT_EQ(::listen(fd_.get(), 1), 0);
    ::getsockname(fd_.get(), reinterpret_cast<sockaddr*>(&address_), &size);
  }
  std::uint16_t port() const { return ntohs(address_.sin_port); }

 private:
  UniqueFd fd_;
  sockaddr_in address_{};
};

std::uint16_t free_port() {
  return TakenPort().port();
}

bool connects(const config::Listener& listener) {
  const UniqueFd fd(::socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(listener.port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return ::connect(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
}

TEST(ListenSocket, OneSocketPerThread) {
  const config::Listener listener{"127.0.0.1", free_port(), ""};
  const auto sockets = open_listener(listener, 3);
  EXPECT_EQ(sockets.each.size(), 3u);
  EXPECT_TRUE(connects(listener));
}

TEST(ListenSocket, APortTakenByAnotherIsAnErrorEvenIfTheOtherWouldShare) {
  const TakenPort taken;
  EXPECT_THAT(
      [&] {
        open_listener({"127.0.0.1", taken.port(), ""}, 2);
      },
      ThrowsMessage<std::system_error>(AllOf(HasSubstr("127.0.0.1:" + std::to_string(taken.port())),
                                             HasSubstr("Address already in use"),
                                             HasSubstr("choose another port"))));
}

TEST(ListenSocket, AnAddressOfAnotherMachineIsAnError) {
  EXPECT_THAT(
      [] {
        open_listener({"192.0.2.1", 6543, ""}, 1);
      },
      ThrowsMessage<std::system_error>(AllOf(HasSubstr("192.0.2.1:6543"), HasSubstr("of this machine"))));
}

TEST(ListenSocket, BothFamiliesShareAPort) {
  const std::uint16_t port = free_port();
  const auto v4 = open_listener({"0.0.0.0", port, ""}, 1);
  const auto v6 = open_listener({"::", port, ""}, 1);
  EXPECT_EQ(v4.each.size() + v6.each.size(), 2u);
}

struct UnixListenSocket : testing::Test {
  UnixListenSocket() { std::filesystem::create_directories(directory); }
  ~UnixListenSocket() override { std::filesystem::remove_all(directory); }
  const std::string directory =
      std::filesystem::temp_directory_path() / ("pgsegue-listen-" + std::to_string(::getpid()));
  const config::Listener listener{directory, 6543, ""};
};

TEST_F(UnixListenSocket, IsCalledAsPostgreSqlCallsIt) {
  const auto sockets = open_listener(listener, 4);
  EXPECT_EQ(sockets.each.size(), 1u);
  EXPECT_TRUE(std::filesystem::is_socket(directory + "/.s.PGSQL.6543"));
}

TEST_F(UnixListenSocket, TakesItsFileWithIt) {
  open_listener(listener, 1);  // closed at once
  EXPECT_FALSE(std::filesystem::exists(directory + "/.s.PGSQL.6543"));
}

TEST_F(UnixListenSocket, ALeftOverFileIsReplaced) {
  const std::string path = directory + "/.s.PGSQL.6543";
  const auto address = UnixAddress::of_path(path);
  {
    const UniqueFd killed(::socket(AF_UNIX, SOCK_STREAM, 0));
    ASSERT_EQ(::bind(killed.get(), address->data(), address->size()), 0);
  }
  ASSERT_TRUE(std::filesystem::is_socket(path));
  EXPECT_EQ(open_listener(listener, 1).each.size(), 1u);
}

TEST_F(UnixListenSocket, AFileThatIsNoSocketIsKept) {
  const std::string path = directory + "/.s.PGSQL.6543";
  std::ofstream(path) << "precious";
  EXPECT_THAT([this] { open_listener(listener, 1); },
              ThrowsMessage<std::system_error>(AllOf(HasSubstr(path), HasSubstr("no socket"))));
  EXPECT_TRUE(std::filesystem::is_regular_file(path));
}

TEST_F(UnixListenSocket, ALivingOneIsAnError) {
  const auto sockets = open_listener(listener, 1);
  EXPECT_THAT([this] { open_listener(listener, 1); },
              ThrowsMessage<std::system_error>(HasSubstr(".s.PGSQL.6543")));
}

TEST_F(UnixListenSocket, AMissingDirectoryIsNamed) {
  EXPECT_THAT(
      [] {
        open_listener({"/nonexistent/run", 6543, ""}, 1);
      },
      ThrowsMessage<std::system_error>(
          AllOf(HasSubstr("/nonexistent/run"), HasSubstr("create the directory"))));
}

TEST(ListenerName, IsWhatPeopleWrite) {
  EXPECT_EQ(listener_name({"127.0.0.1", 6543, ""}), "127.0.0.1:6543");
  EXPECT_EQ(listener_name({"::1", 6543, ""}), "[::1]:6543");
  EXPECT_EQ(listener_name({"/run/pgsegue", 6543, ""}), "/run/pgsegue/.s.PGSQL.6543");
}

}  // namespace
}  // namespace pgsegue::net

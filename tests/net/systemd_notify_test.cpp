#include "proxy/net/systemd_notify.hpp"

#include "proxy/net/unique_fd.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>

namespace pgsegue::net {
namespace {

/// What a service manager is to us: a datagram socket.
class Manager {
 public:
  explicit Manager(const std::string& name) : fd_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.data(), name.size());
    if (name.front() == '@') address.sun_path[0] = '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    bound_ = ::bind(fd_.get(), reinterpret_cast<sockaddr*>(&address), size) == 0;
  }
  bool bound() const { return bound_; }
  std::string receive() const {
    char text[512];
    const ssize_t n = ::recv(fd_.get(), text, sizeof(text), 0);
    return n < 0 ? "nothing" : std::string(text, static_cast<std::size_t>(n));
  }

 private:
  UniqueFd fd_;
  bool bound_ = false;
};

std::string abstract_name() {
  return "@pgsegue-notify-test-" + std::to_string(::getpid());
}

TEST(SystemdNotify, SpeaksToAnAbstractSocket) {
  const Manager manager(abstract_name());
  ASSERT_TRUE(manager.bound());
  const SystemdNotify notify(abstract_name());
  notify.ready("listening");
  EXPECT_EQ(manager.receive(), "READY=1\nSTATUS=listening");
  notify.stopping("draining");
  EXPECT_EQ(manager.receive(), "STOPPING=1\nSTATUS=draining");
  notify.status("fine");
  EXPECT_EQ(manager.receive(), "STATUS=fine");
}

TEST(SystemdNotify, ReloadingCarriesTheMonotonicTime) {
  const Manager manager(abstract_name());
  ASSERT_TRUE(manager.bound());
  SystemdNotify(abstract_name()).reloading();
  EXPECT_THAT(manager.receive(), testing::MatchesRegex("RELOADING=1\nMONOTONIC_USEC=[0-9]+"));
}

TEST(SystemdNotify, SpeaksToTheSocketFileOfTheEnvironment) {
  const std::string path =
      std::filesystem::temp_directory_path() / ("pgsegue-notify-" + std::to_string(::getpid()));
  const Manager manager(path);
  ASSERT_TRUE(manager.bound());
  ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
  const SystemdNotify notify;
  ::unsetenv("NOTIFY_SOCKET");
  notify.status("here");
  EXPECT_EQ(manager.receive(), "STATUS=here");
  ::unlink(path.c_str());
}

TEST(SystemdNotify, NobodyListeningIsNoError) {
  SystemdNotify(std::string()).ready("x");
  SystemdNotify("@pgsegue-nobody-is-here").ready("x");
  SystemdNotify(std::string(5000, 'a')).ready("x");
}

}  // namespace
}  // namespace pgsegue::net

#include "proxy/net/systemd_notify.hpp"

#include "proxy/net/unique_fd.hpp"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <sys/socket.h>
#include <sys/un.h>

namespace pgsegue::net {
namespace {

std::string address_from_environment() {
  const char* address = std::getenv("NOTIFY_SOCKET");
  return address == nullptr ? std::string() : std::string(address);
}

std::string monotonic_microseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::to_string(now.tv_sec * 1'000'000LL + now.tv_nsec / 1'000);
}

}  // namespace

SystemdNotify::SystemdNotify() : address_(address_from_environment()) {}

void SystemdNotify::ready(std::string_view status) const {
  send("READY=1\nSTATUS=" + std::string(status));
}

void SystemdNotify::reloading() const {
  send("RELOADING=1\nMONOTONIC_USEC=" + monotonic_microseconds());
}

void SystemdNotify::stopping(std::string_view status) const {
  send("STOPPING=1\nSTATUS=" + std::string(status));
}

void SystemdNotify::status(std::string_view text) const {
  send("STATUS=" + std::string(text));
}

void SystemdNotify::send(const std::string& assignments) const {
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  if (address_.size() < 2 || address_.size() >= sizeof(to.sun_path)) return;
  std::memcpy(to.sun_path, address_.data(), address_.size());
  if (address_.front() == '@') to.sun_path[0] = '\0';
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + address_.size());
  const UniqueFd fd(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!fd) return;
  ::sendto(fd.get(), assignments.data(), assignments.size(), MSG_NOSIGNAL,
           reinterpret_cast<const sockaddr*>(&to), length);
}

}  // namespace pgsegue::net

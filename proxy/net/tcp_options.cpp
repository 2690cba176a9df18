#include "proxy/net/tcp_options.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace pgsegue::net {
namespace {

void set(int fd, int level, int option, int value) {
  ::setsockopt(fd, level, option, &value, sizeof(value));
}

}  // namespace

void set_tcp_options(int fd, const config::Limits& limits) {
  set(fd, IPPROTO_TCP, TCP_NODELAY, 1);
  if (limits.tcp_keepalive.count() > 0) {
    set(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(fd, IPPROTO_TCP, TCP_KEEPIDLE, static_cast<int>(limits.tcp_keepalive.count()));
  }
  if (limits.tcp_user_timeout.count() > 0)
    set(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, static_cast<int>(limits.tcp_user_timeout.count()));
}

}  // namespace pgsegue::net

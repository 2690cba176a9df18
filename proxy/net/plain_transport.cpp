#include "proxy/net/plain_transport.hpp"

#include <climits>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <system_error>

namespace pgsegue::net {
namespace {

bool would_block(int error) {
  return error == EAGAIN || error == EWOULDBLOCK;
}

/// What TCP_INQ adds to a message, -1 if it is not there.
int rest_of(msghdr& message) {
  int rest = -1;
  for (cmsghdr* each = CMSG_FIRSTHDR(&message); each != nullptr; each = CMSG_NXTHDR(&message, each)) {
    if (each->cmsg_level == SOL_TCP && each->cmsg_type == TCP_CM_INQ)
      std::memcpy(&rest, CMSG_DATA(each), sizeof(rest));
  }
  return rest;
}

}  // namespace

PlainTransport::PlainTransport(int fd) : fd_(fd) {
  const int on = 1;
  tells_rest_ = ::setsockopt(fd, IPPROTO_TCP, TCP_INQ, &on, sizeof(on)) == 0;
}

ssize_t PlainTransport::receive(std::span<std::byte> into) {
  if (!tells_rest_) return ::recv(fd_, into.data(), into.size(), 0);
  iovec piece{into.data(), into.size()};
  alignas(cmsghdr) std::array<std::byte, CMSG_SPACE(sizeof(int))> control;
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  const ssize_t n = ::recvmsg(fd_, &message, 0);
  rest_ = n > 0 ? rest_of(message) : -1;
  return n;
}

IoResult PlainTransport::read(std::span<std::byte> into) {
  ssize_t n;
  do {
    n = receive(into);
  } while (n < 0 && errno == EINTR);
  last_read_was_full_ = n > 0 && static_cast<std::size_t>(n) == into.size();
  if (n > 0) return {IoStatus::done, static_cast<std::size_t>(n)};
  if (n == 0) return {IoStatus::end};
  if (would_block(errno)) return {IoStatus::wants_read};
  errno_ = errno;
  return {IoStatus::failed};
}

IoResult PlainTransport::write(std::span<const iovec> pieces) {
  ssize_t n;
  if (pieces.size() == 1) {
    do {
      n = ::send(fd_, pieces[0].iov_base, pieces[0].iov_len, MSG_NOSIGNAL);
    } while (n < 0 && errno == EINTR);
  } else {
    msghdr message{};
    message.msg_iov = const_cast<iovec*>(pieces.data());
    message.msg_iovlen = std::min<std::size_t>(pieces.size(), IOV_MAX);
    do {
      n = ::sendmsg(fd_, &message, MSG_NOSIGNAL);
    } while (n < 0 && errno == EINTR);
  }
  if (n > 0) return {IoStatus::done, static_cast<std::size_t>(n)};
  if (n == 0 || would_block(errno)) return {IoStatus::wants_write};
  errno_ = errno;
  return {IoStatus::failed};
}

void PlainTransport::end_sending() {
  ::shutdown(fd_, SHUT_WR);
}

std::string PlainTransport::failure() const {
  return std::generic_category().message(errno_);
}

}  // namespace pgsegue::net

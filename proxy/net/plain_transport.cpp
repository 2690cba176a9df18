#include "proxy/net/plain_transport.hpp"

#include <climits>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <system_error>

namespace pgsegue::net {
namespace {

bool would_block(int error) {
  return error == EAGAIN || error == EWOULDBLOCK;
}

}  // namespace

IoResult PlainTransport::read(std::span<std::byte> into) {
  ssize_t n;
  do {
    n = ::recv(fd_, into.data(), into.size(), 0);
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

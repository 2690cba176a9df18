#include "proxy/net/acceptor.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <system_error>
#include <utility>

namespace pgsegue::net {
namespace {

/// While descriptors or memory are short, accepting is tried again this often: the queue in the kernel holds.
constexpr std::chrono::milliseconds pause_when_exhausted(100);
constexpr std::chrono::seconds between_complaints(10);
/// Then the sessions of the thread have their turn, however many want to come in.
constexpr unsigned most_in_a_row = 16;

std::string peer_name(const sockaddr_storage& peer, socklen_t size) {
  if (peer.ss_family != AF_INET && peer.ss_family != AF_INET6) return "unix socket";
  asio::ip::tcp::endpoint endpoint;
  std::memcpy(endpoint.data(), &peer, std::min<std::size_t>(size, endpoint.capacity()));
  return endpoint.address().to_string();
}

}  // namespace

Acceptor::Acceptor(const Executor& executor, UniqueFd socket, std::string listener, bool is_unix_socket,
                   Sink sink)
    : socket_(executor, socket.release()),
      pause_(executor),
      listener_(std::move(listener)),
      is_unix_socket_(is_unix_socket),
      sink_(std::move(sink)) {}

void Acceptor::start() {
  asio::co_spawn(socket_.get_executor(), run(shared_from_this()), asio::detached);
}

void Acceptor::stop() {
  error_code ignored;
  socket_.close(ignored);
  pause_.cancel();
}

Task<> Acceptor::run(std::shared_ptr<Acceptor> self) {
  for (unsigned accepted = 1;; ++accepted) {
    const Outcome outcome = self->accept_one();
    if (outcome == Outcome::stopped) co_return;
    if (accepted % most_in_a_row == 0) co_await asio::post(self->socket_.get_executor(), asio::deferred);
    if (outcome == Outcome::drained) co_await self->socket_.async_wait(self->socket_.wait_read, as_result);
    if (outcome == Outcome::exhausted) {
      self->pause_.expires_after(pause_when_exhausted);
      co_await self->pause_.async_wait(as_result);
    }
  }
}

Acceptor::Outcome Acceptor::accept_one() {
  if (!socket_.is_open()) return Outcome::stopped;
  sockaddr_storage peer{};
  socklen_t size = sizeof(peer);
  UniqueFd fd(::accept4(socket_.native_handle(), reinterpret_cast<sockaddr*>(&peer), &size,
                        SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (!fd) return after_failure(errno);
  sink_({std::move(fd), peer_name(peer, size), listener_, is_unix_socket_});
  return Outcome::accepted;
}

Acceptor::Outcome Acceptor::after_failure(int error) {
  if (error == EAGAIN || error == EWOULDBLOCK) return Outcome::drained;
  const bool short_of_something = error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
  // Everything else is about the one connection that could not be accepted: the next one may be fine.
  if (!short_of_something) return error == EBADF ? Outcome::stopped : Outcome::accepted;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_complaint_ >= between_complaints) {
    last_complaint_ = now;
    spdlog::error("connections to {} wait: {} (raise the limit on open files, or lower max_connections)",
                  listener_, std::generic_category().message(error));
  }
  return Outcome::exhausted;
}

}  // namespace pgsegue::net

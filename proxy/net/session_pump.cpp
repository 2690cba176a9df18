// The data path: everything between "a peer has sent something" and "the other one has it". Three system
// calls per direction: the wait for readiness (shared by all sessions of the thread), one recv, one send.

#include "proxy/net/session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace pgsegue::net {
namespace {

/// After so many steps without a wait, 64 KiB of a large result, others have their turn.
constexpr unsigned most_turns = 4;
/// What the core says to the sender itself may pile up to here before the sender is not read any more.
constexpr std::size_t most_kept_for_sender = 64 * 1024;
constexpr std::byte tls_handshake_record{0x16};

/// What stands next in a socket that is not to be read.
enum class Peeked : std::uint8_t { nothing, bytes, end, failure };

Peeked peek(int fd) {
  std::byte next{};
  const ssize_t n = ::recv(fd, &next, 1, MSG_PEEK | MSG_DONTWAIT);
  if (n > 0) return Peeked::bytes;
  if (n == 0) return Peeked::end;
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Peeked::nothing : Peeked::failure;
}

}  // namespace

Task<> Session::run_client(Pointer self) {
  Leg& client = self->leg(Side::client);
  do {
    co_await client.stream->readable();
  } while (self->is_pumping(client) && peek(client.stream->fd()) == Peeked::nothing);
  if (self->is_pumping(client) && self->starts_with_tls())
    self->step([&](Actions& out) { self->core_.on_direct_tls(out); });
  client.readable = true;
  co_await pump(self, Side::client);
  if (client.ended) co_await watch_ended_client(self);
}

// The end of a stream is that of a half-close or of a dead client. The dead one's host answers the next thing
// it is sent with a reset, and that is the time to stop the server's work for it.
Task<> Session::watch_ended_client(Pointer self) {
  Leg& client = self->leg(Side::client);
  if (self->ended_ || self->closing_) co_return;
  co_await client.stream->hung_up();
  if (self->ended_ || self->closing_) co_return;
  client.broken = true;
  self->step([](Actions&) {});
}

// A client whose next message has to wait is not read, and its end would not be seen.
void Session::watch_while_waiting(Leg& from) {
  if (from.side == Side::server || core_.wants(from.side)) return;
  if (!from.held.empty() || from.stream->transport().may_have_more()) return;
  if (std::exchange(from.watched, true)) return;
  asio::co_spawn(context_.executor, watch_waiting_client(shared_from_this()), asio::detached);
}

// Up to the first byte that it has sent: behind that its end cannot be seen without reading.
Task<> Session::watch_waiting_client(Pointer self) {
  Leg& client = self->leg(Side::client);
  Peeked found = Peeked::nothing;
  while (self->is_pumping(client) && !self->may_read(client)) {
    found = peek(client.stream->fd());
    if (found != Peeked::nothing) break;
    const auto [error] = co_await client.stream->readable();
    client.readable = client.readable || !error;
  }
  client.watched = false;
  client.broken = client.broken || found == Peeked::failure;
  if (found == Peeked::failure) self->step([](Actions&) {});
  if (found != Peeked::end) co_return;
  client.ended = true;
  self->step([&](Actions& out) { self->core_.on_end_of_stream(Side::client, out); });
}

Task<> Session::pump(Pointer self, Side side) {
  Leg& from = self->leg(side);
  const std::uint32_t incarnation = from.incarnation;
  unsigned turns = 0;
  while (from.incarnation == incarnation && self->is_pumping(from)) {
    if (from.phase == Leg::Phase::tls_wanted) {
      co_await shake_hands(self, side);
    } else if (!self->may_read(from)) {
      self->watch_while_waiting(from);
      // What it found may have ended the session already, and nobody would wake us up again.
      if (!self->can_proceed(from)) co_await from.wake.wait();
    } else if (from.held.empty() && !from.readable) {
      const auto [error] = co_await from.stream->readable();
      if (from.incarnation == incarnation) self->after_wait(from, error);
      turns = 0;
    } else if (++turns > most_turns) {
      co_await asio::post(self->context_.executor, asio::deferred);
      turns = 0;
    } else if (!from.held.empty()) {
      self->feed_held(from);
    } else {
      self->read_and_feed(from);
    }
  }
}

Task<> Session::flush(Pointer self, Side side) {
  Leg& to = self->leg(side);
  const std::uint32_t incarnation = to.incarnation;
  while (to.incarnation == incarnation && to.may_send() && !to.outbox.empty()) {
    const bool for_read = to.outbox.waits_for_read();
    const auto [error] = for_read ? co_await to.stream->readable() : co_await to.stream->writable();
    if (to.incarnation != incarnation || !to.may_send()) break;
    if (for_read) to.readable = true;
    if (error && error != asio::error::operation_aborted) break;
    self->after_write(to, to.outbox.resume(to.stream->transport()));
  }
  if (to.incarnation != incarnation) co_return;
  to.flushing = false;
  self->step([](Actions&) {});
}

bool Session::is_pumping(const Leg& from) const {
  return !ended_ && !closing_ && from.may_receive();
}

bool Session::may_read(const Leg& from) const {
  const Leg& to = legs_[static_cast<std::size_t>(session::other(from.side))];
  if (from.side == Side::client && cancels_open_ > 0) return false;
  return to.outbox.empty() && from.outbox.kept_bytes() < most_kept_for_sender && core_.wants(from.side);
}

bool Session::can_proceed(const Leg& from) const {
  if (!is_pumping(from)) return true;
  return from.phase == Leg::Phase::tls_wanted ? from.outbox.empty() : may_read(from);
}

void Session::after_wait(Leg& from, const error_code& error) {
  from.readable = true;
  if (!error || error == asio::error::operation_aborted) return;
  from.broken = true;
  step([](Actions&) {});
}

void Session::read_and_feed(Leg& from) {
  from.buffer = context_.buffers.take();
  const IoResult result = from.stream->transport().read(*from.buffer);
  from.readable = result.status == IoStatus::done && !from.stream->is_drained();
  switch (result.status) {
    case IoStatus::done:
      from.received += result.bytes;
      from.held = std::span(*from.buffer).first(result.bytes);
      return feed_held(from);
    case IoStatus::end:
      from.buffer.reset();
      from.ended = true;
      return step([&, this](Actions& out) { core_.on_end_of_stream(from.side, out); });
    case IoStatus::failed:
      from.buffer.reset();
      from.broken = true;
      return step([](Actions&) {});
    default:
      from.buffer.reset();
  }
}

void Session::feed_held(Leg& from) {
  step([&, this](Actions& out) { from.held = from.held.subspan(core_.feed(from.side, from.held, out)); });
  if (from.held.empty()) from.buffer.reset();
}

bool Session::starts_with_tls() {
  std::byte first{};
  return ::recv(leg(Side::client).stream->fd(), &first, 1, MSG_PEEK) == 1 && first == tls_handshake_record;
}

}  // namespace pgsegue::net

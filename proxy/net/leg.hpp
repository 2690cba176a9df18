#pragma once

#include "proxy/net/buffer_pool.hpp"
#include "proxy/net/outbox.hpp"
#include "proxy/net/stream.hpp"
#include "proxy/net/wake.hpp"
#include "proxy/session/action.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace pgsegue::net {

/// One side's connection of a session. The session's functions change it; all on one thread.
///
///   none ─attach─► clear ─StartTls─► tls_wanted ─pump─► handshaking ─► secure
///     ▲              │                    │                  │           │
///     └──detach──────┴───────── ended (no more to read) / broken (neither direction works)
struct Leg {
  enum class Phase : std::uint8_t { none, clear, tls_wanted, handshaking, secure };

  Leg(session::Side which, const Executor& executor, BufferPool& pool)
      : side(which), wake(executor), buffer(pool.none()) {}

  void attach(const Executor& executor, UniqueFd socket) {
    stream.emplace(executor, std::move(socket));
    phase = Phase::clear;
    ended = broken = broken_reported = readable = false;
    ++incarnation;
  }
  void detach() {
    if (stream) stream->close();
    outbox.clear();
    buffer.reset();
    held = {};
    phase = Phase::none;
    ++incarnation;
  }
  bool may_send() const { return stream && !broken && phase != Phase::handshaking && phase != Phase::none; }
  bool may_receive() const { return stream && !broken && !ended && phase != Phase::none; }

  session::Side side;
  std::optional<Stream> stream;
  Phase phase = Phase::none;
  bool ended = false;             ///< the peer has ended its stream
  bool broken = false;            ///< an error; `stream` says which
  bool broken_reported = false;   ///< the core knows
  bool readable = false;          ///< there may be something to read without waiting
  bool flushing = false;          ///< a coroutine is emptying the outbox
  bool put_aside = false;         ///< something for this peer is in the thread's SendBatch
  bool watched = false;           ///< a coroutine looks for the peer's end while nothing is read
  bool end_wanted = false;        ///< shut down the sending direction once the outbox is empty
  std::uint32_t incarnation = 0;  ///< tells the connections apart that this leg has had
  std::uint64_t received = 0;
  Outbox outbox;
  Wake wake;  ///< where the pump sleeps while it must not read
  BufferPool::Buffer buffer;
  std::span<const std::byte> held;  ///< in `buffer`: read, but not yet consumed by the core
};

}  // namespace pgsegue::net

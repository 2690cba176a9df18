#pragma once

#include "proxy/net/transport.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pgsegue::net {

/// What is on its way to one peer. Writes go out at once, all pieces in one system call; only what the
/// descriptor does not take is copied and kept, in order. The one who fills it stops reading from the other
/// peer while anything is kept, so it never holds more than one read's worth (or one rewritten statement).
class Outbox {
 public:
  enum class Outcome : std::uint8_t { sent, kept, failed };

  /// Sends the pieces after everything kept. `sent`: nothing is kept now. The pieces are changed.
  Outcome write(Transport& transport, std::span<iovec> pieces);
  /// Tries to send what is kept.
  Outcome resume(Transport& transport);
  /// So many bytes went out in another way while nothing was kept.
  void count_sent(std::size_t bytes) { total_sent_ += bytes; }
  /// Drops what is kept: there is no one to send it to.
  void clear();

  bool empty() const { return kept_.empty(); }
  std::size_t kept_bytes() const { return kept_.size() - offset_; }
  /// True if the kept bytes wait for the descriptor to become readable (TLS), not writable.
  bool waits_for_read() const { return waits_for_read_; }
  std::uint64_t total_sent() const { return total_sent_; }

 private:
  Outcome keep(std::span<const iovec> pieces);

  std::vector<std::byte> kept_;
  std::size_t offset_ = 0;  ///< of the first byte in kept_ that was not sent
  std::uint64_t total_sent_ = 0;
  bool waits_for_read_ = false;
};

}  // namespace pgsegue::net

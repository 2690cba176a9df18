#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <sys/uio.h>

namespace pgsegue::net {

enum class IoStatus : std::uint8_t {
  done,         ///< `bytes` were transferred, at least one
  wants_read,   ///< nothing to do until the descriptor is readable
  wants_write,  ///< nothing to do until the descriptor is writable
  end,          ///< the peer has ended its stream (read only)
  failed,       ///< the connection is broken; see failure()
};

struct IoResult {
  IoStatus status;
  std::size_t bytes = 0;
};

/// Bytes to and from a non-blocking descriptor, in the clear or encrypted. Never blocks, never throws. The
/// descriptor belongs to someone else and must outlive it.
class Transport {
 public:
  virtual ~Transport() = default;
  virtual IoResult read(std::span<std::byte> into) = 0;
  /// Writes the pieces in order, as much as goes. What was not taken must be offered again, first and
  /// unchanged (it may lie elsewhere).
  virtual IoResult write(std::span<const iovec> pieces) = 0;
  /// True if `read` may have something without the descriptor being readable: the last one filled its
  /// target, or there are decrypted bytes.
  virtual bool may_have_more() const = 0;
  /// After `done`: true if that has taken all bytes that were there. The end of the stream may be there yet.
  virtual bool is_drained() const = 0;
  /// Ends the sending direction; the peer sees the end of the stream.
  virtual void end_sending() = 0;
  /// Why the last call answered `failed`.
  virtual std::string failure() const = 0;
};

}  // namespace pgsegue::net

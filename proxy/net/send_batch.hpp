#pragma once

#include "proxy/net/send_ring.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <sys/uio.h>

namespace pgsegue::net {

/// One who sends through a SendBatch.
class BatchedSender {
 public:
  virtual ~BatchedSender() = default;
  /// The socket has taken the first `taken` of the bytes that were put aside under that mark. It has to send
  /// the rest in another way, now: they are gone then. Must not put anything aside.
  virtual void after_batch(unsigned mark, std::span<const std::byte> bytes, std::size_t taken) = 0;
};

/// The small messages that the sessions of one thread have for their peers, put aside until all that was
/// ready to read has been read, and then sent in one system call. It is not so much the system calls that
/// this saves: a send wakes up its receiver, which mostly takes the processor away from the sender when the
/// call returns, and then the thread stops once per batch instead of once per message.
///
/// A single message is sent as ever. Without io_uring nothing is put aside.
class SendBatch {
 public:
  /// More than this in one go is worth its own system call, and not worth copying.
  static constexpr std::size_t most_bytes = 4096;

  /// On the thread that uses it.
  void open();
  bool is_open() const { return ring_.is_open(); }

  /// Takes a copy of the pieces, to be sent to a connected socket to which nothing else is put aside. False:
  /// they are to be sent at once.
  bool put_aside(BatchedSender& sender, unsigned mark, int fd, std::span<const iovec> pieces);
  bool empty() const { return count_ == 0; }
  /// Sends everything. Senders are told what became of theirs.
  void flush();
  /// Forgets everything.
  void clear() { count_ = used_ = 0; }

 private:
  static constexpr std::size_t room = 64 * 1024;

  SendRing ring_;
  std::size_t count_ = 0;
  std::size_t used_ = 0;
  std::array<BatchedSender*, SendRing::capacity> senders_{};
  std::array<unsigned, SendRing::capacity> marks_{};
  std::array<SendRing::Request, SendRing::capacity> requests_{};
  std::unique_ptr<std::array<std::byte, room>> bytes_;
};

}  // namespace pgsegue::net

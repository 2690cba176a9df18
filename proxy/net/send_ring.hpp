#pragma once

#include "proxy/net/unique_fd.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

struct io_uring_sqe;
struct io_uring_cqe;
struct io_uring_params;

namespace pgsegue::net {

/// Sends to many sockets in one system call: an io_uring that holds nothing between calls. Belongs to one
/// thread, which also makes it.
class SendRing {
 public:
  static constexpr unsigned capacity = 64;

  struct Request {
    int fd;
    std::span<const std::byte> bytes;
    std::size_t taken = 0;  ///< answer: how many of them the socket has
  };

  SendRing() = default;
  ~SendRing() { close(); }
  SendRing(const SendRing&) = delete;
  SendRing& operator=(const SendRing&) = delete;

  /// False where the kernel has no io_uring, or does not let this process use it (sysctl
  /// kernel.io_uring_disabled, a seccomp filter as Docker's).
  bool open();
  bool is_open() const { return static_cast<bool>(fd_); }
  void close();

  /// Offers the bytes to the sockets, at most `capacity`, none of which is waited for. What is not taken is
  /// to be sent in another way, which will tell the reason. Closes the ring if it does not work as expected.
  void send(std::span<Request> requests);

 private:
  struct Mapping {
    void* address = nullptr;
    std::size_t size = 0;
  };

  bool map(const io_uring_params& parameters);
  void put(unsigned index, const Request& request);
  unsigned take_answers(std::span<Request> requests);

  UniqueFd fd_;
  Mapping rings_;
  Mapping entries_;
  io_uring_sqe* submissions_ = nullptr;
  io_uring_cqe* completions_ = nullptr;
  std::uint32_t* submission_tail_ = nullptr;
  std::uint32_t* submission_places_ = nullptr;
  std::uint32_t* completion_head_ = nullptr;
  std::uint32_t* completion_tail_ = nullptr;
  std::uint32_t submission_mask_ = 0;
  std::uint32_t completion_mask_ = 0;
};

}  // namespace pgsegue::net

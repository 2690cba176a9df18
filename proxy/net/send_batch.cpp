#include "proxy/net/send_batch.hpp"

#include <algorithm>
#include <cstring>
#include <sys/socket.h>
#include <utility>

namespace pgsegue::net {
namespace {

std::size_t size_of(std::span<const iovec> pieces) {
  std::size_t size = 0;
  for (const iovec& piece : pieces)
    size += piece.iov_len;
  return size;
}

void send_alone(SendRing::Request& request) {
  const ssize_t n =
      ::send(request.fd, request.bytes.data(), request.bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (n > 0) request.taken = static_cast<std::size_t>(n);
}

}  // namespace

void SendBatch::open() {
  if (ring_.open()) bytes_ = std::make_unique_for_overwrite<std::array<std::byte, room>>();
}

bool SendBatch::put_aside(BatchedSender& sender, unsigned mark, int fd, std::span<const iovec> pieces) {
  const std::size_t size = size_of(pieces);
  if (!ring_.is_open() || size > most_bytes) return false;
  if (count_ == senders_.size() || size > room - used_) flush();
  std::byte* const begin = bytes_->data() + used_;
  for (const iovec& piece : pieces) {
    std::memcpy(bytes_->data() + used_, piece.iov_base, piece.iov_len);
    used_ += piece.iov_len;
  }
  senders_[count_] = &sender;
  marks_[count_] = mark;
  requests_[count_++] = {fd, {begin, size}};
  return true;
}

void SendBatch::flush() {
  if (count_ == 0) return;
  const std::size_t count = std::exchange(count_, 0);
  const std::span requests = std::span(requests_).first(count);
  if (count == 1) {
    send_alone(requests.front());
  } else {
    ring_.send(requests);
  }
  for (std::size_t i = 0; i < count; ++i) {
    senders_[i]->after_batch(marks_[i], requests_[i].bytes, requests_[i].taken);
  }
  used_ = 0;
}

}  // namespace pgsegue::net

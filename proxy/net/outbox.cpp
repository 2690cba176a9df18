#include "proxy/net/outbox.hpp"

namespace pgsegue::net {
namespace {

/// Removes the first `sent` bytes from the pieces.
std::span<iovec> after(std::span<iovec> pieces, std::size_t sent) {
  while (!pieces.empty() && sent >= pieces.front().iov_len) {
    sent -= pieces.front().iov_len;
    pieces = pieces.subspan(1);
  }
  if (sent > 0) {
    pieces.front().iov_base = static_cast<std::byte*>(pieces.front().iov_base) + sent;
    pieces.front().iov_len -= sent;
  }
  return pieces;
}

}  // namespace

Outbox::Outcome Outbox::write(Transport& transport, std::span<iovec> pieces) {
  if (!kept_.empty()) return keep(pieces);
  while (!pieces.empty()) {
    const IoResult result = transport.write(pieces);
    if (result.status == IoStatus::failed) return Outcome::failed;
    if (result.status != IoStatus::done) {
      waits_for_read_ = result.status == IoStatus::wants_read;
      return keep(pieces);
    }
    total_sent_ += result.bytes;
    pieces = after(pieces, result.bytes);
  }
  return Outcome::sent;
}

Outbox::Outcome Outbox::resume(Transport& transport) {
  while (offset_ < kept_.size()) {
    const iovec piece{kept_.data() + offset_, kept_.size() - offset_};
    const IoResult result = transport.write({&piece, 1});
    if (result.status == IoStatus::failed) return Outcome::failed;
    if (result.status != IoStatus::done) {
      waits_for_read_ = result.status == IoStatus::wants_read;
      return Outcome::kept;
    }
    total_sent_ += result.bytes;
    offset_ += result.bytes;
  }
  clear();
  return Outcome::sent;
}

void Outbox::clear() {
  std::vector<std::byte>().swap(kept_);
  offset_ = 0;
}

Outbox::Outcome Outbox::keep(std::span<const iovec> pieces) {
  for (const iovec& piece : pieces) {
    const auto* begin = static_cast<const std::byte*>(piece.iov_base);
    kept_.insert(kept_.end(), begin, begin + piece.iov_len);
  }
  return Outcome::kept;
}

}  // namespace pgsegue::net

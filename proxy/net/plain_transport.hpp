#pragma once

#include "proxy/net/transport.hpp"

namespace pgsegue::net {

/// A socket in the clear.
class PlainTransport final : public Transport {
 public:
  explicit PlainTransport(int fd) : fd_(fd) {}
  IoResult read(std::span<std::byte> into) override;
  IoResult write(std::span<const iovec> pieces) override;
  bool may_have_more() const override { return last_read_was_full_; }
  bool is_drained() const override { return !last_read_was_full_; }
  void end_sending() override;
  std::string failure() const override;

 private:
  int fd_;
  int errno_ = 0;
  bool last_read_was_full_ = false;
};

}  // namespace pgsegue::net

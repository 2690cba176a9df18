#pragma once

#include "proxy/net/transport.hpp"

#include <sys/types.h>

namespace pgsegue::net {

/// A socket in the clear.
class PlainTransport final : public Transport {
 public:
  explicit PlainTransport(int fd);
  IoResult read(std::span<std::byte> into) override;
  IoResult write(std::span<const iovec> pieces) override;
  bool may_have_more() const override { return last_read_was_full_; }
  bool is_drained() const override { return rest_ == 0; }
  void end_sending() override;
  std::string failure() const override;

 private:
  ssize_t receive(std::span<std::byte> into);

  int fd_;
  int errno_ = 0;
  bool tells_rest_;  ///< the socket says with every read what is left
  int rest_ = -1;    ///< bytes left after the last read, 1 if only the end of the stream is; -1: unknown
  bool last_read_was_full_ = false;
};

}  // namespace pgsegue::net

#include "proxy/net/stream.hpp"

#include "proxy/net/plain_transport.hpp"

#include <fcntl.h>
#include <tuple>
#include <utility>

namespace pgsegue::net {

Stream::Stream(const Executor& executor, UniqueFd socket)
    : fd_(std::move(socket)),
      readiness_(executor, fd_.get()),
      transport_(std::make_unique<PlainTransport>(fd_.get())) {
  ::fcntl(fd_.get(), F_SETFL, O_NONBLOCK);
}

void Stream::start_tls(const TlsContext& context) {
  auto tls = std::make_unique<TlsTransport>(context, fd_.get());
  tls_ = tls.get();
  transport_ = std::move(tls);
}

void Stream::start_tls(const TlsContext& context, const ServerIdentity& server) {
  auto tls = std::make_unique<TlsTransport>(context, fd_.get(), server);
  tls_ = tls.get();
  transport_ = std::move(tls);
}

Task<IoStatus> Stream::handshake() {
  for (;;) {
    const IoStatus status = tls_->handshake();
    if (status == IoStatus::done || status == IoStatus::failed) co_return status;
    if (!co_await wait(status)) co_return IoStatus::failed;
  }
}

Task<bool> Stream::write_all(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const iovec piece{const_cast<std::byte*>(bytes.data()), bytes.size()};
    const IoResult result = transport_->write({&piece, 1});
    if (result.status == IoStatus::done) {
      bytes = bytes.subspan(result.bytes);
    } else if (result.status == IoStatus::failed || !co_await wait(result.status)) {
      co_return false;
    }
  }
  co_return true;
}

Task<IoResult> Stream::read_some(std::span<std::byte> into) {
  for (;;) {
    const IoResult result = transport_->read(into);
    if (result.status != IoStatus::wants_read && result.status != IoStatus::wants_write) co_return result;
    if (!co_await wait(result.status)) co_return IoResult{IoStatus::failed};
  }
}

Task<> Stream::hung_up() {
  const auto [error] = co_await readiness_.gone();
  wait_failure_ = error ? error.message() : "the peer has gone";
}

std::string Stream::failure() const {
  return wait_failure_.empty() ? transport_->failure() : wait_failure_;
}

void Stream::close() {
  readiness_.close();
  fd_ = UniqueFd();
}

Task<bool> Stream::wait(IoStatus what) {
  error_code error;
  if (what == IoStatus::wants_write) {
    std::tie(error) = co_await readiness_.writable();
  } else {
    std::tie(error) = co_await readiness_.readable();
  }
  if (error) wait_failure_ = error.message();
  co_return !error;
}

}  // namespace pgsegue::net

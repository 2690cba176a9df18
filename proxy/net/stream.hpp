#pragma once

#include "proxy/net/asio.hpp"
#include "proxy/net/readiness.hpp"
#include "proxy/net/tls_transport.hpp"
#include "proxy/net/transport.hpp"
#include "proxy/net/unique_fd.hpp"

#include <memory>
#include <span>
#include <string>

namespace pgsegue::net {

/// A connected socket with what is spoken on it: in the clear at first, TLS after `start_tls`. Not
/// thread-safe.
class Stream {
 public:
  /// Makes the socket non-blocking.
  Stream(const Executor& executor, UniqueFd socket);

  int fd() const { return fd_.get(); }
  Transport& transport() { return *transport_; }
  /// Null while in the clear.
  TlsTransport* tls() { return tls_; }

  /// From now on TLS is spoken, beginning with a handshake: as the accepting end, or as the connecting one.
  void start_tls(const TlsContext& context);
  void start_tls(const TlsContext& context, const ServerIdentity& server);
  /// `done`, or `failed` (also when the socket is closed or cancelled meanwhile): see failure().
  Task<IoStatus> handshake();

  /// Both may end without anything to do: see Readiness.
  auto readable() { return readiness_.readable(); }
  auto writable() { return readiness_.writable(); }
  void cancel_waits() { readiness_.cancel(); }
  /// After a read that is `done`: true if it has taken all there was, the end of the stream included, so that
  /// the next thing to read is a change that `readable` waits for.
  bool is_drained() const { return transport_->is_drained() && !readiness_.end_reported(); }

  /// Waits until the connection is gone in both directions; failure() says so then.
  Task<> hung_up();

  /// Conveniences for short exchanges outside a session's pumps: wait as long as needed. `write_all` answers
  /// false on failure, `read_some` any of `done`, `end` and `failed`.
  Task<bool> write_all(std::span<const std::byte> bytes);
  Task<IoResult> read_some(std::span<std::byte> into);

  std::string failure() const;
  void close();

 private:
  Task<bool> wait(IoStatus what);

  UniqueFd fd_;
  Readiness readiness_;
  std::unique_ptr<Transport> transport_;
  TlsTransport* tls_ = nullptr;
  std::string wait_failure_;
};

}  // namespace pgsegue::net

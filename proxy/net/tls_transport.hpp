#pragma once

#include "proxy/net/tls_context.hpp"
#include "proxy/net/transport.hpp"

#include <openssl/ssl.h>

#include <string>
#include <string_view>

namespace pgsegue::net {

/// How the server's certificate is to be checked, beside the chain (which the context decides).
struct ServerIdentity {
  std::string host;         ///< as configured: a name or an address; sent as SNI if it is a name
  bool must_match = false;  ///< verify-full
};

/// TLS directly on a non-blocking descriptor. Between records an idle connection holds no buffers.
///
/// Handshake first: call `handshake` until it answers `done` or `failed`, waiting in between as told.
class TlsTransport final : public Transport {
 public:
  /// The accepting end.
  TlsTransport(const TlsContext& context, int fd);
  /// The connecting end.
  TlsTransport(const TlsContext& context, int fd, const ServerIdentity& server);
  ~TlsTransport() override { SSL_free(ssl_); }
  TlsTransport(const TlsTransport&) = delete;
  TlsTransport& operator=(const TlsTransport&) = delete;

  IoStatus handshake();
  SSL* ssl() { return ssl_; }
  /// "TLSv1.3", for the log.
  std::string_view version() const { return SSL_get_version(ssl_); }

  IoResult read(std::span<std::byte> into) override;
  IoResult write(std::span<const iovec> pieces) override;
  bool may_have_more() const override { return SSL_has_pending(ssl_) == 1; }
  bool is_drained() const override { return !last_receive_was_full_ && SSL_has_pending(ssl_) == 0; }
  void end_sending() override;
  std::string failure() const override { return failure_; }

 private:
  void use_descriptor();
  static long after_receive(BIO* socket, int operation, const char* into, std::size_t asked, int, long,
                            int result, std::size_t* received);
  IoStatus outcome(int result, bool reading);

  SSL* ssl_;
  int fd_;
  bool last_receive_was_full_ = false;  ///< there may be more behind it in the descriptor
  std::string failure_;
};

}  // namespace pgsegue::net

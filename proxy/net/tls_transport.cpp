#include "proxy/net/tls_transport.hpp"

#include "proxy/net/tls_error.hpp"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <system_error>

namespace pgsegue::net {
namespace {

constexpr std::size_t record_bytes = 16 * 1024;

bool is_address(const std::string& host) {
  in6_addr scratch;
  return inet_pton(AF_INET, host.c_str(), &scratch) == 1 || inet_pton(AF_INET6, host.c_str(), &scratch) == 1;
}

bool expect_identity(SSL* ssl, const std::string& host) {
  X509_VERIFY_PARAM* param = SSL_get0_param(ssl);
  X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  if (is_address(host)) return X509_VERIFY_PARAM_set1_ip_asc(param, host.c_str()) == 1;
  return X509_VERIFY_PARAM_set1_host(param, host.c_str(), host.size()) == 1;
}

/// The pieces' first bytes, at most one record's worth, in one place: one record and one system call for what
/// belongs together.
std::span<const std::byte> gather(std::span<const iovec> pieces, std::span<std::byte> into) {
  std::size_t used = 0;
  for (const iovec& piece : pieces) {
    const std::size_t n = std::min(piece.iov_len, into.size() - used);
    std::memcpy(into.data() + used, piece.iov_base, n);
    used += n;
    if (used == into.size()) break;
  }
  return into.first(used);
}

}  // namespace

TlsTransport::TlsTransport(const TlsContext& context, int fd) : ssl_(SSL_new(context.get())), fd_(fd) {
  if (ssl_ == nullptr) return;
  use_descriptor();
  SSL_set_accept_state(ssl_);
}

TlsTransport::TlsTransport(const TlsContext& context, int fd, const ServerIdentity& server)
    : ssl_(SSL_new(context.get())), fd_(fd) {
  if (ssl_ == nullptr) return;
  use_descriptor();
  SSL_set_connect_state(ssl_);
  if (!is_address(server.host)) SSL_set_tlsext_host_name(ssl_, server.host.c_str());
  if (server.must_match && !expect_identity(ssl_, server.host)) {
    SSL_free(ssl_);
    ssl_ = nullptr;
  }
}

void TlsTransport::use_descriptor() {
  SSL_set_fd(ssl_, fd_);
  BIO* const socket = SSL_get_rbio(ssl_);
  BIO_set_callback_arg(socket, reinterpret_cast<char*>(this));
  BIO_set_callback_ex(socket, after_receive);
}

// With read-ahead OpenSSL asks for as much as its buffer holds, so a short answer means that it has got all.
long TlsTransport::after_receive(BIO* socket, int operation, const char*, std::size_t asked, int, long,
                                 int result, std::size_t* received) {
  if (operation == (BIO_CB_READ | BIO_CB_RETURN)) {
    auto* const transport = reinterpret_cast<TlsTransport*>(BIO_get_callback_arg(socket));
    transport->last_receive_was_full_ = result > 0 && received != nullptr && *received == asked;
  }
  return result;
}

IoStatus TlsTransport::handshake() {
  if (ssl_ == nullptr) {
    failure_ = take_tls_errors("TLS cannot be set up");
    return IoStatus::failed;
  }
  ERR_clear_error();
  const IoStatus status = outcome(SSL_do_handshake(ssl_), true);
  if (status == IoStatus::end) {
    failure_ = "the peer closed the connection during the TLS handshake";
    return IoStatus::failed;
  }
  const long verified = SSL_get_verify_result(ssl_);
  if (status == IoStatus::failed && verified != X509_V_OK)
    failure_ += std::string(": ") + X509_verify_cert_error_string(verified);
  return status;
}

IoResult TlsTransport::read(std::span<std::byte> into) {
  ERR_clear_error();
  std::size_t n = 0;
  const int result = SSL_read_ex(ssl_, into.data(), into.size(), &n);
  const IoStatus status = outcome(result, true);
  // What the server sends after the handshake (session tickets) has OpenSSL take a buffer for writing.
  if (status == IoStatus::wants_read || is_drained()) SSL_free_buffers(ssl_);
  return {status, n};
}

IoResult TlsTransport::write(std::span<const iovec> pieces) {
  thread_local std::byte record[record_bytes];
  std::span<const std::byte> bytes = pieces.size() == 1
                                         ? std::span(static_cast<const std::byte*>(pieces[0].iov_base),
                                                     std::min(pieces[0].iov_len, record_bytes))
                                         : gather(pieces, record);
  ERR_clear_error();
  std::size_t n = 0;
  const int result = SSL_write_ex(ssl_, bytes.data(), bytes.size(), &n);
  return {outcome(result, false), n};
}

void TlsTransport::end_sending() {
  ERR_clear_error();
  SSL_shutdown(ssl_);
  ::shutdown(fd_, SHUT_WR);
}

IoStatus TlsTransport::outcome(int result, bool reading) {
  if (result == 1) return IoStatus::done;
  const int system_error = errno;
  switch (SSL_get_error(ssl_, result)) {
    case SSL_ERROR_WANT_READ:
      return IoStatus::wants_read;
    case SSL_ERROR_WANT_WRITE:
      return IoStatus::wants_write;
    case SSL_ERROR_ZERO_RETURN:
      if (reading) return IoStatus::end;
      failure_ = "the TLS connection is closed";
      return IoStatus::failed;
    case SSL_ERROR_SYSCALL:
      failure_ =
          system_error != 0 ? std::generic_category().message(system_error) : "unexpected end of stream";
      return IoStatus::failed;
    default:
      failure_ = take_tls_errors("TLS protocol error");
      return IoStatus::failed;
  }
}

}  // namespace pgsegue::net

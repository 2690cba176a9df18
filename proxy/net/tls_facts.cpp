#include "proxy/net/tls_facts.hpp"

#include "proxy/session/tls_end_point.hpp"

#include <openssl/x509.h>

#include <string>

namespace pgsegue::net {
namespace {

std::string end_point_hash(const X509* certificate) {
  unsigned char* der = nullptr;
  const int length = certificate == nullptr ? 0 : i2d_X509(certificate, &der);
  if (length <= 0) return {};
  std::string hash = session::tls_server_end_point(
      {reinterpret_cast<const std::byte*>(der), static_cast<std::size_t>(length)});
  OPENSSL_free(der);
  return hash;
}

}  // namespace

session::TlsFacts tls_facts(SSL* ssl, session::Side side) {
  session::TlsFacts facts;
  facts.server_end_point = end_point_hash(side == session::Side::client ? SSL_get_certificate(ssl)
                                                                        : SSL_get0_peer_certificate(ssl));
  const unsigned char* protocol = nullptr;
  unsigned int length = 0;
  SSL_get0_alpn_selected(ssl, &protocol, &length);
  if (length > 0) facts.alpn.assign(reinterpret_cast<const char*>(protocol), length);
  return facts;
}

}  // namespace pgsegue::net

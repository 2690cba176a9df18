#include "proxy/net/tls_facts.hpp"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

namespace pgsegue::net {
namespace {

const EVP_MD* binding_hash(X509* certificate) {
  int digest = NID_undef;
  if (X509_get_signature_info(certificate, &digest, nullptr, nullptr, nullptr) != 1) return nullptr;
  if (digest == NID_undef) return nullptr;
  if (digest == NID_md5 || digest == NID_sha1) return EVP_sha256();
  return EVP_get_digestbynid(digest);
}

}  // namespace

std::string server_end_point(X509* certificate) {
  if (certificate == nullptr) return {};
  const EVP_MD* hash = binding_hash(certificate);
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  if (hash == nullptr || X509_digest(certificate, hash, bytes, &length) != 1) return {};
  return {reinterpret_cast<const char*>(bytes), length};
}

session::TlsFacts tls_facts(SSL* ssl, session::Side side) {
  session::TlsFacts facts;
  facts.server_end_point = server_end_point(side == session::Side::client ? SSL_get_certificate(ssl)
                                                                          : SSL_get0_peer_certificate(ssl));
  const unsigned char* protocol = nullptr;
  unsigned int length = 0;
  SSL_get0_alpn_selected(ssl, &protocol, &length);
  if (length > 0) facts.alpn.assign(reinterpret_cast<const char*>(protocol), length);
  return facts;
}

}  // namespace pgsegue::net

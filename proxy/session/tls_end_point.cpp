#include "proxy/session/tls_end_point.hpp"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

#include <memory>

namespace pgsegue::session {

namespace {

struct free_certificate {
  void operator()(X509* certificate) const { X509_free(certificate); }
};

/// The hash function of the certificate's signature, SHA-256 for the two that RFC 5929 replaces.
const EVP_MD* binding_hash(X509* certificate) {
  int hash = NID_undef;
  if (X509_get_signature_info(certificate, &hash, nullptr, nullptr, nullptr) != 1) return nullptr;
  if (hash == NID_md5 || hash == NID_sha1) return EVP_sha256();
  return hash == NID_undef ? nullptr : EVP_get_digestbynid(hash);
}

}  // namespace

std::string tls_server_end_point(std::span<const std::byte> der) {
  const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
  const unsigned char* end = begin;
  const std::unique_ptr<X509, free_certificate> certificate(
      d2i_X509(nullptr, &end, static_cast<long>(der.size())));
  if (!certificate || end != begin + der.size()) return {};
  const EVP_MD* hash = binding_hash(certificate.get());
  if (hash == nullptr) return {};
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  if (EVP_Digest(der.data(), der.size(), reinterpret_cast<unsigned char*>(digest.data()), &size, hash,
                 nullptr) != 1) {
    return {};
  }
  digest.resize(size);
  return digest;
}

}  // namespace pgsegue::session

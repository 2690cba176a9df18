#include "proxy/session/tls_end_point.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pgsegue::session {
namespace {

using key_ptr = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

key_ptr rsa_key() {
  return {EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}), EVP_PKEY_free};
}
key_ptr ec_key() {
  return {EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free};
}
key_ptr ed25519_key() {
  return {EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free};
}

std::vector<std::byte> certificate(const key_ptr& key, const EVP_MD* hash) {
  const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
  X509_set_pubkey(made.get(), key.get());
  EXPECT_GT(X509_sign(made.get(), key.get(), hash), 0);
  std::vector<std::byte> der(static_cast<std::size_t>(i2d_X509(made.get(), nullptr)));
  auto* at = reinterpret_cast<unsigned char*>(der.data());
  i2d_X509(made.get(), &at);
  return der;
}

std::string digest(const std::vector<std::byte>& bytes, const EVP_MD* hash) {
  std::string result(static_cast<std::size_t>(EVP_MD_get_size(hash)), '\0');
  EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(result.data()), nullptr, hash,
             nullptr);
  return result;
}

TEST(tls_end_point, is_the_hash_by_the_signatures_function) {
  const key_ptr rsa = rsa_key(), ec = ec_key();
  for (const EVP_MD* hash : {EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
    const auto by_rsa = certificate(rsa, hash), by_ec = certificate(ec, hash);
    EXPECT_EQ(tls_server_end_point(by_rsa), digest(by_rsa, hash));
    EXPECT_EQ(tls_server_end_point(by_ec), digest(by_ec, hash));
  }
}

TEST(tls_end_point, takes_sha256_in_place_of_broken_functions) {
  const key_ptr rsa = rsa_key();
  for (const EVP_MD* hash : {EVP_sha1(), EVP_md5()}) {
    const auto der = certificate(rsa, hash);
    EXPECT_EQ(tls_server_end_point(der), digest(der, EVP_sha256()));
  }
}

TEST(tls_end_point, does_not_exist_for_a_signature_without_a_hash_function) {
  EXPECT_EQ(tls_server_end_point(certificate(ed25519_key(), nullptr)), "");
}

TEST(tls_end_point, does_not_exist_for_what_is_no_certificate) {
  auto der = certificate(ec_key(), EVP_sha256());
  EXPECT_EQ(tls_server_end_point({}), "");
  EXPECT_EQ(tls_server_end_point(std::span(der).first(der.size() - 1)), "");
  der.push_back(std::byte{0});
  EXPECT_EQ(tls_server_end_point(der), "");
}

}  // namespace
}  // namespace pgsegue::session

#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <filesystem>
#include <memory>
#include <string>

namespace pgsegue::net {

/// Certificates made for one test, as PEM files in a directory that goes with it.
class TestCertificates {
 public:
  TestCertificates();
  ~TestCertificates();
  TestCertificates(const TestCertificates&) = delete;
  TestCertificates& operator=(const TestCertificates&) = delete;

  /// A certificate authority: its PEM file is ca_file(name).
  void make_authority(const std::string& name);
  /// A certificate signed by that authority. `alternative_name` as OpenSSL's configuration writes it:
  /// "DNS:db.example", "IP:127.0.0.1".
  void make_certificate(const std::string& name, const std::string& authority,
                        const std::string& alternative_name);

  std::string certificate_file(const std::string& name) const { return directory_ / (name + ".crt"); }
  std::string key_file(const std::string& name) const { return directory_ / (name + ".key"); }

 private:
  struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
  };
  using Key = std::unique_ptr<EVP_PKEY, Free>;
  using Certificate = std::unique_ptr<X509, Free>;

  static Certificate new_certificate(const std::string& common_name, EVP_PKEY* key);
  static void add_extension(X509* certificate, X509* issuer, int kind, const std::string& value);
  void write(const std::string& name, X509* certificate, EVP_PKEY* key) const;
  Certificate read_certificate(const std::string& name) const;
  Key read_key(const std::string& name) const;

  std::filesystem::path directory_;
};

}  // namespace pgsegue::net

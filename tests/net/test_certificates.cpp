#include "tests/net/test_certificates.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <stdexcept>
#include <unistd.h>

namespace pgsegue::net {
namespace {

struct CloseFile {
  void operator()(FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<FILE, CloseFile>;

File open_file(const std::string& path, const char* mode) {
  File file(std::fopen(path.c_str(), mode));
  if (!file) throw std::runtime_error("cannot open " + path);
  return file;
}

}  // namespace

TestCertificates::TestCertificates() {
  std::string pattern = std::filesystem::temp_directory_path() / "pgsegue-tls-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
  directory_ = pattern;
}

TestCertificates::~TestCertificates() {
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

void TestCertificates::make_authority(const std::string& name) {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate = new_certificate(name, key.get());
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
  add_extension(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  write(name, certificate.get(), key.get());
}

void TestCertificates::make_certificate(const std::string& name, const std::string& authority,
                                        const std::string& alternative_name) {
  const Certificate issuer = read_certificate(authority);
  const Key issuer_key = read_key(authority);
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate = new_certificate(name, key.get());
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()));
  add_extension(certificate.get(), issuer.get(), NID_subject_alt_name, alternative_name);
  X509_sign(certificate.get(), issuer_key.get(), EVP_sha256());
  write(name, certificate.get(), key.get());
}

TestCertificates::Certificate TestCertificates::new_certificate(const std::string& common_name,
                                                                EVP_PKEY* key) {
  static long serial = 0;
  Certificate certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(common_name.c_str()), -1, -1, 0);
  return certificate;
}

void TestCertificates::add_extension(X509* certificate, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
  if (extension == nullptr) throw std::runtime_error("bad extension " + value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

void TestCertificates::write(const std::string& name, X509* certificate, EVP_PKEY* key) const {
  PEM_write_X509(open_file(certificate_file(name), "w").get(), certificate);
  PEM_write_PrivateKey(open_file(key_file(name), "w").get(), key, nullptr, nullptr, 0, nullptr, nullptr);
}

TestCertificates::Certificate TestCertificates::read_certificate(const std::string& name) const {
  return Certificate(PEM_read_X509(open_file(certificate_file(name), "r").get(), nullptr, nullptr, nullptr));
}

TestCertificates::Key TestCertificates::read_key(const std::string& name) const {
  return Key(PEM_read_PrivateKey(open_file(key_file(name), "r").get(), nullptr, nullptr, nullptr));
}

}  // namespace pgsegue::net

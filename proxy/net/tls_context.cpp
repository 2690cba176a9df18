#include "proxy/net/tls_context.hpp"

#include "proxy/net/tls_error.hpp"

#include <openssl/err.h>
#include <openssl/x509err.h>

#include <stdexcept>

namespace pgsegue::net {
namespace {

constexpr unsigned char alpn_offer[] = "\x0apostgresql";

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + take_tls_errors(""));
}

/// A key with a passphrase is an error, not a question on the terminal.
int no_passphrase(char*, int, int, void*) {
  return 0;
}

/// PostgreSQL 17's rule: who offers protocols must offer "postgresql".
int select_alpn(SSL*, const unsigned char** out, unsigned char* out_length, const unsigned char* offer,
                unsigned int offer_length, void*) {
  unsigned char* chosen = nullptr;
  const int result =
      SSL_select_next_proto(&chosen, out_length, alpn_offer, sizeof(alpn_offer) - 1, offer, offer_length);
  if (result != OPENSSL_NPN_NEGOTIATED) return SSL_TLSEXT_ERR_ALERT_FATAL;
  *out = chosen;
  return SSL_TLSEXT_ERR_OK;
}

TlsContext new_context(const SSL_METHOD* method) {
  ERR_clear_error();
  TlsContext context(SSL_CTX_new(method), SSL_CTX_free);
  if (!context) fail("TLS cannot be set up");
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET |
                                         SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(context.get(), 0);
  // Idle connections hold no record buffers, and a record with its header is one recv.
  SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                      SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_read_ahead(context.get(), 1);
  SSL_CTX_set_default_passwd_cb(context.get(), no_passphrase);
  return context;
}

/// Loading a key compares it with the certificate already.
bool is_of_another_pair(unsigned long error) {
  const int reason = ERR_GET_REASON(error);
  return ERR_GET_LIB(error) == ERR_LIB_X509 &&
         (reason == X509_R_KEY_VALUES_MISMATCH || reason == X509_R_KEY_TYPE_MISMATCH);
}

void use_certificate(SSL_CTX* context, const std::string& certificate, const std::string& key) {
  if (SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1)
    fail("the certificate \"" + certificate + "\" cannot be used");
  const bool loaded = SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) == 1;
  if (!loaded && !is_of_another_pair(ERR_peek_last_error()))
    fail("the private key \"" + key + "\" cannot be used (it must be PEM, without a passphrase)");
  if (!loaded || SSL_CTX_check_private_key(context) != 1)
    fail("the private key \"" + key + "\" does not belong to the certificate \"" + certificate + "\"");
}

void ask_for_client_certificates(SSL_CTX* context, const config::ClientTlsFiles& files) {
  STACK_OF(X509_NAME)* names = SSL_load_client_CA_file(files.client_ca.c_str());
  if (names == nullptr || SSL_CTX_load_verify_file(context, files.client_ca.c_str()) != 1) {
    sk_X509_NAME_pop_free(names, X509_NAME_free);
    fail("the client CA file \"" + files.client_ca + "\" cannot be used");
  }
  SSL_CTX_set_client_CA_list(context, names);
  SSL_CTX_set_verify(
      context, SSL_VERIFY_PEER | (files.require_client_certificate ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0),
      nullptr);
}

}  // namespace

TlsContext make_client_tls(const config::ClientTlsFiles& files) {
  if (files.mode == session::ClientTls::disable) return nullptr;
  TlsContext context = new_context(TLS_server_method());
  use_certificate(context.get(), files.certificate, files.key);
  if (!files.client_ca.empty()) ask_for_client_certificates(context.get(), files);
  SSL_CTX_set_alpn_select_cb(context.get(), select_alpn, nullptr);
  return context;
}

TlsContext make_server_tls(const config::ServerTls& tls) {
  TlsContext context = new_context(TLS_client_method());
  if (!tls.certificate.empty()) use_certificate(context.get(), tls.certificate, tls.key);
  SSL_CTX_set_alpn_protos(context.get(), alpn_offer, sizeof(alpn_offer) - 1);
  const bool must_verify =
      tls.mode == session::SslMode::verify_ca || tls.mode == session::SslMode::verify_full;
  if (!tls.root_certificate.empty()) {
    if (SSL_CTX_load_verify_file(context.get(), tls.root_certificate.c_str()) != 1)
      fail("the root certificate \"" + tls.root_certificate + "\" cannot be used");
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  } else if (must_verify) {
    throw std::runtime_error("verify-ca and verify-full towards the server need a root certificate");
  }
  return context;
}

}  // namespace pgsegue::net

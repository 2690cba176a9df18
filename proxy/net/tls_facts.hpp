#pragma once

#include "proxy/session/session_core.hpp"

#include <openssl/ssl.h>

#include <string>

namespace pgsegue::net {

/// The channel binding data "tls-server-end-point" (RFC 5929, section 4.1) of a certificate: its hash by its
/// own signature's algorithm, SHA-256 in place of MD5 and SHA-1. Empty where that names no hash (Ed25519):
/// there is no binding then.
std::string server_end_point(X509* certificate);

/// What a finished handshake established. `side` says who the peer is: towards clients the certificate is
/// ours, towards the server it is the server's.
session::TlsFacts tls_facts(SSL* ssl, session::Side side);

}  // namespace pgsegue::net

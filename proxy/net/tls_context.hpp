#pragma once

#include "proxy/config/config.hpp"

#include <openssl/ssl.h>

#include <memory>

namespace pgsegue::net {

/// What new TLS connections are made from. Shared: those in use keep it when a reload replaces it.
using TlsContext = std::shared_ptr<SSL_CTX>;

/// For the leg to clients. Null if TLS is off. Throws std::runtime_error if a file cannot be used; what()
/// names the file and the reason.
TlsContext make_client_tls(const config::ClientTlsFiles& files);

/// For the leg to the server. As in libpq, a root certificate is checked against wherever one is configured,
/// whatever the mode; verify-ca and verify-full demand one. Throws as above.
TlsContext make_server_tls(const config::ServerTls& tls);

}  // namespace pgsegue::net

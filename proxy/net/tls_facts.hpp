#pragma once

#include "proxy/session/session_core.hpp"

#include <openssl/ssl.h>

namespace pgsegue::net {

/// What a finished handshake established. `side` says who the peer is: towards clients the certificate that
/// channel binding rests on is ours, towards the server it is the server's.
session::TlsFacts tls_facts(SSL* ssl, session::Side side);

}  // namespace pgsegue::net

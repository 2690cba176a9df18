#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace pgsegue::session {

/// The tls-server-end-point channel binding (RFC 5929, section 4) of a DER certificate: its hash by the hash
/// function of its own signature, SHA-256 in place of MD5 and SHA-1. Empty if the bytes are no certificate or
/// its signature has no single hash function (Ed25519): there is no channel binding with it then.
std::string tls_server_end_point(std::span<const std::byte> der);

}  // namespace pgsegue::session

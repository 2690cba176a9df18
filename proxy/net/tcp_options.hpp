#pragma once

#include "proxy/config/config.hpp"

namespace pgsegue::net {

/// No delay for small messages, keepalive and TCP_USER_TIMEOUT as configured, so that a dead peer is noticed.
/// Only for TCP sockets. Failures are ignored: a connection without a probe still serves.
void set_tcp_options(int fd, const config::Limits& limits);

}  // namespace pgsegue::net

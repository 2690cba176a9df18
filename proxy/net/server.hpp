#pragma once

#include "proxy/config/config.hpp"

namespace pgsegue::net {

/// Serves `config` until a signal ends the process; returns the exit code of the program.
///
/// Blocks the calling thread, which must be the only one, for it blocks the signals and waits for them:
/// SIGHUP reads `config.file` again (a configuration with errors is reported and the old one stays in force);
/// SIGTERM and SIGINT drain: no new connections, sessions end at their next idle moment, at the latest after
/// `limits.drain_timeout`; a second one ends at once. The service manager hears of it through $NOTIFY_SOCKET
/// (sd_notify(3)).
///
/// Throws std::system_error if a listener cannot be opened and std::runtime_error if a certificate, a
/// verifier file or the catalog of a database with rules cannot be read; what() says where, why and what to
/// do.
int run_server(const config::Config& config);

}  // namespace pgsegue::net

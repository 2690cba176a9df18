#pragma once

#include "proxy/config/config.hpp"
#include "rules/diagnostic.hpp"

#include <span>

namespace pgsegue::cli {

/// Sends the log to standard error at the configured level: with time stamps, in colour on a terminal; or,
/// where standard error is the system journal, without them and with syslog priorities (sd-daemon(3)).
void start_logging(const config::Logging& logging);

/// One log entry per line of each finding, at its severity.
void log(std::span<const rules::Diagnostic> diagnostics);

}  // namespace pgsegue::cli

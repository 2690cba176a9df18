#pragma once

#include <string>

namespace pgsegue::net {

/// Takes everything from OpenSSL's error queue of this thread: "reason (where); …", or `otherwise` if it is
/// empty.
std::string take_tls_errors(const char* otherwise);

}  // namespace pgsegue::net

#include "proxy/net/tls_error.hpp"

#include <openssl/err.h>

namespace pgsegue::net {

std::string take_tls_errors(const char* otherwise) {
  std::string text;
  while (const unsigned long code = ERR_get_error()) {
    if (!text.empty()) text += "; ";
    if (const char* reason = ERR_reason_error_string(code)) {
      text += reason;
    } else {
      text += "error " + std::to_string(code);
    }
  }
  return text.empty() ? otherwise : text;
}

}  // namespace pgsegue::net

#pragma once

#include <array>
#include <string_view>

/// The words of the enumerations in the configuration file, in the order of their C++ enumerators.
namespace pgsegue::config::words {

inline constexpr std::array<std::string_view, 2> auth_mode{"relay", "scram"};
inline constexpr std::array<std::string_view, 2> on_ddl{"refuse", "raw"};
inline constexpr std::array<std::string_view, 2> on_code{"refuse", "forward"};
inline constexpr std::array<std::string_view, 3> client_tls{"disable", "allow", "require"};
inline constexpr std::array<std::string_view, 6> ssl_mode{"disable", "allow",     "prefer",
                                                          "require", "verify-ca", "verify-full"};
inline constexpr std::array<std::string_view, 5> log_level{"trace", "debug", "info", "warning", "error"};

}  // namespace pgsegue::config::words

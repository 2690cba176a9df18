#pragma once

#include <array>
#include <string_view>

/// The keys the configuration file may hold, section by section. conf/pgsegue.schema.json lists the same.
namespace pgsegue::config::keys {

using word = std::string_view;

inline constexpr std::array<word, 12> file{
    "listeners",  "servers",    "databases", "control_user", "control_password", "control_password_file",
    "client_tls", "server_tls", "verifiers", "limits",       "logging",          "threads"};
inline constexpr std::array<word, 3> listener{"address", "port", "version"};
inline constexpr std::array<word, 2> server{"host", "port"};
inline constexpr std::array<word, 11> database{"name",
                                               "server_database",
                                               "rules",
                                               "default_version",
                                               "auth",
                                               "on_ddl",
                                               "on_code",
                                               "servers",
                                               "control_user",
                                               "control_password",
                                               "control_password_file"};
inline constexpr std::array<word, 5> client_tls{"mode", "certificate", "key", "client_ca",
                                                "require_client_certificate"};
inline constexpr std::array<word, 4> server_tls{"mode", "root_certificate", "certificate", "key"};
inline constexpr std::array<word, 2> verifiers{"file", "query"};
inline constexpr std::array<word, 12> limits{
    "max_connections", "max_logins_per_address", "max_statement_bytes", "max_statement_depth",
    "cache_bytes",     "cancels_per_second",     "login_timeout",       "connect_timeout",
    "drain_timeout",   "catalog_check_interval", "tcp_keepalive",       "tcp_user_timeout"};
inline constexpr std::array<word, 2> logging{"level", "statements"};

}  // namespace pgsegue::config::keys

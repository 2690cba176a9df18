#pragma once

#include "proxy/session/scram_verifier.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pgsegue::session::testing {

/// RFC 7677, section 3: user `user`, password `pencil`.
inline constexpr std::string_view rfc_verifier =
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:"
    "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=";
inline constexpr std::string_view rfc_client_key = "pg/JI9Z+hkSpLRa5btpe9GVrDHJcSEN0viVTVXaZbos=";
inline constexpr std::string_view rfc_client_nonce = "rOprNGfwEbeRWgbNEkqO";
inline constexpr std::string_view rfc_server_nonce = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
inline constexpr std::string_view rfc_challenge =
    "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

/// What PostgreSQL 15 stored for password `pencil €`.
inline constexpr std::string_view postgres_password = "pencil \u20ac";
inline constexpr std::string_view postgres_verifier =
    "SCRAM-SHA-256$4096:SdPmLLgvL7DYI+253SmNhQ==$kBj19n+MtGau4j29zsOPUkDTZvoGj3W3wg8aZ2aB/ws=:"
    "62msTBXKMcQ5ufIDmDSsHzM2KZrpXqEMc/N7x0kgwmc=";

/// Stands for the hash of a server's certificate.
inline const std::string end_point(32, 'h');

inline std::optional<std::string> rfc_client_nonce_source() {
  return std::string(rfc_client_nonce);
}
inline std::optional<std::string> rfc_server_nonce_source() {
  return std::string(rfc_server_nonce);
}
inline std::optional<std::string> failing_nonce_source() {
  return std::nullopt;
}

}  // namespace pgsegue::session::testing

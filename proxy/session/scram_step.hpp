#pragma once

#include "rules/sql_error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pgsegue::session {

inline constexpr std::string_view scram_mechanism = "SCRAM-SHA-256";
inline constexpr std::string_view scram_plus_mechanism = "SCRAM-SHA-256-PLUS";
/// No message of a SASL exchange is longer (PostgreSQL's PG_MAX_SASL_MESSAGE_LENGTH).
inline constexpr std::size_t max_sasl_message = 1024;

/// What one message of a SCRAM exchange leads to.
struct ScramStep {
  enum class Kind {
    send,    ///< send `data`; the exchange goes on
    done,    ///< the peer is authenticated; send `data` if there is any
    failed,  ///< the peer gets `error` as FATAL; the exchange is over
  };
  Kind kind = Kind::failed;
  std::string data;
  rules::SqlError error;
};

}  // namespace pgsegue::session

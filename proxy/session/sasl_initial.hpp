#pragma once

#include "rules/sql_error.hpp"

#include <optional>
#include <string_view>

namespace pgsegue::session {

/// The content of a SASLInitialResponse. Views into the message.
struct sasl_initial {
  std::string_view mechanism;
  std::optional<std::string_view> data;  ///< absent: the client waits for an empty challenge first
};

/// Exactly one of the two is set.
struct read_sasl_initial_result {
  std::optional<sasl_initial> message;
  std::optional<rules::SqlError> error;  ///< 08P01
};

/// Reads the body of a 'p' message: the mechanism ended by NUL, an Int32 length (-1: no data) and the data,
/// consumed exactly.
read_sasl_initial_result read_sasl_initial(std::string_view body);

}  // namespace pgsegue::session

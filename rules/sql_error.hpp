#pragma once

#include <cstdint>
#include <string>

namespace pgsegue::rules {

/// An error as a client sees it (fields C, M, D, H and P of ErrorResponse).
struct SqlError {
  std::string sqlstate = {};  ///< five characters
  std::string message = {};
  std::string detail = {};     ///< empty: field absent
  std::string hint = {};       ///< empty: field absent
  std::uint32_t position = 0;  ///< in characters of the client's own statement, from 1; 0: field absent
};

}  // namespace pgsegue::rules

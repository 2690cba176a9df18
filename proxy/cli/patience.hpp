#pragma once

#include <chrono>

namespace pgsegue::cli {

/// How long a command waits for an answer of the server's. A catalog of a hundred thousand tables is read in
/// less.
inline constexpr std::chrono::seconds patience{60};

}  // namespace pgsegue::cli

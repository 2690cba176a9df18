#pragma once

#include "proxy/cli/explanation.hpp"

#include <string>

namespace pgsegue::cli {

/// The explanation as a person reads it: the statement, what is sent to the server or why nothing is, and a
/// table of the names.
std::string to_text(const explanation& explained, std::string_view statement, const std::string& version);

}  // namespace pgsegue::cli

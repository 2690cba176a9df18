#pragma once

#include <CLI/App.hpp>

#include <string>

namespace pgsegue::cli {

/// What is wrong with the command line, with a "did you mean" for a mistyped command or option.
std::string describe_usage_error(const CLI::App& program, const CLI::ParseError& error);

}  // namespace pgsegue::cli

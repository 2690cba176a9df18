#pragma once

#include "proxy/cli/exit_code.hpp"

#include <CLI/App.hpp>

#include <functional>

namespace pgsegue::cli {

/// What the command that was chosen does.
using action = std::function<exit_code()>;

/// Each adds one command with its options to the program; parsing sets `chosen` if that command was given.
void add_serve(CLI::App& program, action& chosen);
void add_check(CLI::App& program, action& chosen);
void add_explain(CLI::App& program, action& chosen);

}  // namespace pgsegue::cli

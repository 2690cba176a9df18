#pragma once

#include "rules/diagnostic.hpp"

#include <cstdio>
#include <span>

namespace pgsegue::cli {

/// True if the stream is a terminal and the user has not set NO_COLOR (no-color.org).
bool wants_colour(std::FILE* stream);

/// Prints each finding, in colour where wanted.
void print(std::FILE* stream, std::span<const rules::Diagnostic> diagnostics);

}  // namespace pgsegue::cli

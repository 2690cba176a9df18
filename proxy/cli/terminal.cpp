#include "proxy/cli/terminal.hpp"

#include <cstdlib>
#include <unistd.h>

namespace pgsegue::cli {

bool wants_colour(std::FILE* stream) {
  const char* const refused = std::getenv("NO_COLOR");
  return (refused == nullptr || *refused == '\0') && isatty(fileno(stream)) != 0;
}

void print(std::FILE* stream, std::span<const rules::Diagnostic> diagnostics) {
  const bool colour = wants_colour(stream);
  for (const rules::Diagnostic& each : diagnostics)
    std::fputs(rules::render(each, colour).c_str(), stream);
}

}  // namespace pgsegue::cli

#include "rules/diagnostic.hpp"

#include <algorithm>
#include <string_view>

namespace pgsegue::rules {
namespace {

struct palette {
  std::string_view bold, red, yellow, green, reset;
};
constexpr palette plain{};
constexpr palette ansi{"\x1b[1m", "\x1b[1;31m", "\x1b[1;35m", "\x1b[1;32m", "\x1b[0m"};

void append_location(const Diagnostic& diagnostic, std::string& out) {
  out += diagnostic.file;
  if (diagnostic.line != 0) {
    out += ":" + std::to_string(diagnostic.line);
    if (diagnostic.column != 0) out += ":" + std::to_string(diagnostic.column);
  }
}

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// White space as wide as the first `characters` characters of the line: tabs stay tabs, so that the caret
/// stands under its column whatever the terminal's tab width.
std::string blank_prefix(std::string_view line, unsigned characters) {
  std::string blank;
  for (const char byte : line) {
    if (continues_character(byte)) continue;
    if (blank.size() == characters) break;
    blank += byte == '\t' ? '\t' : ' ';
  }
  blank.resize(characters, ' ');
  return blank;
}

/// Control characters of the file must not reach the operator's terminal.
std::string printable(std::string_view line) {
  std::string out(line);
  std::replace_if(
      out.begin(), out.end(),
      [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; }, ' ');
  return out;
}

void append_excerpt(const Diagnostic& diagnostic, const palette& colours, std::string& out) {
  const std::string number = std::to_string(diagnostic.line);
  const std::string margin(number.size(), ' ');
  out += "  " + number + " | " + printable(diagnostic.source_line) + "\n";
  if (diagnostic.column == 0) return;
  out += "  " + margin + " | " + blank_prefix(diagnostic.source_line, diagnostic.column - 1);
  out += colours.green;
  out += "^";
  out += colours.reset;
  out += "\n";
}

}  // namespace

std::string render(const Diagnostic& diagnostic, bool colour) {
  const palette& colours = colour ? ansi : plain;
  const bool is_error = diagnostic.severity == Diagnostic::Severity::error;
  std::string out(colours.bold);
  append_location(diagnostic, out);
  out += ": ";
  out += is_error ? colours.red : colours.yellow;
  out += is_error ? "error: " : "warning: ";
  out += colours.reset;
  out += colours.bold;
  out += diagnostic.message;
  out += colours.reset;
  out += "\n";
  if (!diagnostic.source_line.empty() && diagnostic.line != 0) append_excerpt(diagnostic, colours, out);
  if (!diagnostic.hint.empty()) out += "  hint: " + diagnostic.hint + "\n";
  return out;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Diagnostic::Severity::error;
  });
}

}  // namespace pgsegue::rules

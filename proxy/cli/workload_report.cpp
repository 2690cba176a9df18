#include "proxy/cli/workload_report.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace pgsegue::cli {
namespace {

constexpr std::size_t example_bytes = 100;

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string share(std::uint64_t part, std::uint64_t whole) {
  char text[16];
  const double percent = whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  std::snprintf(text, sizeof text, "%.1f %%", percent);
  return text;
}

std::string table(std::span<const workload_verdict> verdicts) {
  std::size_t name_width = 0, number_width = 9;
  for (const workload_verdict& each : verdicts) {
    name_width = std::max(name_width, each.version.size());
    number_width = std::max(number_width, std::to_string(each.calls()).size());
  }
  constexpr std::size_t share_width = 9;
  std::string out = "  " + std::string(name_width, ' ');
  for (const char* heading : {"forwarded", "rewritten", "refused", "failing"})
    out += "  " + right(heading, number_width) + std::string(share_width, ' ');
  out = out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
  for (const workload_verdict& each : verdicts) {
    out += "  " + each.version + std::string(name_width - each.version.size(), ' ');
    for (const std::uint64_t count : {each.forwarded, each.rewritten, each.refused, each.failed})
      out +=
          "  " + right(std::to_string(count), number_width) + right(share(count, each.calls()), share_width);
    out += "\n";
  }
  return out;
}

/// In one line, cut between two characters.
std::string shortened(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space) out += c;
    if (is_space && !out.empty() && out.back() != ' ') out += ' ';
    if (out.size() > example_bytes + 4) break;
  }
  if (out.size() <= example_bytes) return out;
  std::size_t end = example_bytes;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80)
    --end;
  return out.substr(0, end) + "…";
}

std::string describe(const workload& workload, const workload_reason& reason, std::size_t width) {
  const std::string place =
      reason.example->line == 0 ? "" : workload.source + ":" + std::to_string(reason.example->line) + ": ";
  const std::string indentation(width + 4, ' ');
  return "  " + right(std::to_string(reason.calls), width) + "  " + reason.sqlstate + ": " + reason.message +
         "\n" + indentation + place + shortened(reason.example->text) + "\n";
}

std::string describe(const workload& workload, const std::string& heading,
                     std::span<const workload_reason> reasons) {
  if (reasons.empty()) return {};
  std::string out = "\n" + heading + ":\n";
  const std::size_t width = std::to_string(reasons.front().calls).size();
  for (const workload_reason& each : reasons)
    out += describe(workload, each, width);
  return out;
}

}  // namespace

std::string describe_workload(const workload& workload, std::span<const workload_verdict> verdicts) {
  std::uint64_t calls = 0;
  for (const workload_statement& each : workload.statements)
    calls += each.calls;
  std::string out = "workload " + workload.source + ": " + std::to_string(calls) +
                    (calls == 1 ? " statement\n" : " statements\n") + table(verdicts);
  for (const workload_verdict& each : verdicts) {
    out += describe(workload, "refused in " + each.version, each.refusals);
    out += describe(workload, "failing in " + each.version + ", as in a database of this version",
                    each.failures);
  }
  return out;
}

}  // namespace pgsegue::cli

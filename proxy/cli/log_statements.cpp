#include "proxy/cli/log_statements.hpp"

namespace pgsegue::cli {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == npos ? rest.size() : end + 1);
  return line;
}

/// What follows `duration: 0.123 ms  `, which stands in front if log_min_duration_statement is set too.
std::string_view without_duration(std::string_view message) {
  if (!message.starts_with("duration: ")) return message;
  constexpr std::string_view unit = " ms  ";
  const std::size_t end = message.find(unit);
  return end == npos ? std::string_view{} : message.substr(end + unit.size());
}

/// How an entry begins: `statement: SELECT …` or `execute <unnamed>: SELECT …`.
std::optional<std::string_view> statement_in(std::string_view line) {
  constexpr std::string_view severity = "LOG:  ";
  const std::size_t at = line.find(severity);
  if (at == npos) return std::nullopt;
  const std::string_view message = without_duration(line.substr(at + severity.size()));
  const bool simple = message.starts_with("statement: "), prepared = message.starts_with("execute ");
  if (!simple && (!prepared || message.starts_with("execute fetch from "))) return std::nullopt;
  const std::size_t colon = message.find(": ");
  if (colon == npos) return std::nullopt;
  return message.substr(colon + 2);
}

}  // namespace

std::optional<std::vector<workload_statement>> read_log(std::string_view text) {
  std::vector<workload_statement> statements;
  bool continues = false;  // the server puts a tab before each further line of an entry
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    if (line.starts_with('\t')) {
      if (continues) statements.back().text.append("\n").append(line.substr(1));
      continue;
    }
    const auto statement = statement_in(line);
    continues = statement.has_value();
    if (statement) statements.push_back({std::string(*statement), 1, number});
  }
  if (statements.empty()) return std::nullopt;
  return statements;
}

}  // namespace pgsegue::cli

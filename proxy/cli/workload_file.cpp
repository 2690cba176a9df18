#include "parser/script.hpp"
#include "proxy/cli/log_statements.hpp"
#include "proxy/cli/workload.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace pgsegue::cli {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.good() && !file.eof()) throw std::runtime_error(path + ": " + std::strerror(errno));
  return text;
}

std::vector<workload_statement> read_statements(const std::string& path, std::string_view text) {
  const parser::Script script = parser::read_script(text);
  if (script.status != parser::ScanStatus::ok) {
    const bool is_open = script.status == parser::ScanStatus::unterminated;
    throw std::runtime_error(path + ":" + std::to_string(script.line) +
                             (is_open ? ": a string, quoted name or comment does not end"
                                      : ": this is not SQL: no token starts with this character"));
  }
  std::vector<workload_statement> statements;
  statements.reserve(script.statements.size());
  for (const parser::ScriptStatement& each : script.statements)
    statements.push_back({std::string(each.text), 1, each.line});
  return statements;
}

}  // namespace

workload read_workload_file(const std::string& path) {
  const std::string text = read_file(path);
  auto logged = read_log(text);
  return {path, logged ? std::move(*logged) : read_statements(path, text)};
}

}  // namespace pgsegue::cli

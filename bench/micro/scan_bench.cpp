#include "parser/token.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace pgsegue::bench {
namespace {

void scan_text(benchmark::State& state, const std::string& text) {
  std::vector<parser::Token> tokens;
  for (auto _ : state) {
    benchmark::DoNotOptimize(parser::scan(text, {}, tokens));
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["tokens"] = static_cast<double>(tokens.size());
}

std::string long_values() {
  std::string text = "INSERT INTO person (id, first_name, last_name) VALUES (0, 'Ada', 'Lovelace')";
  for (int i = 1; i < 1000; ++i)
    text += ", (" + std::to_string(i) + ", 'Ada', 'Lovelace')";
  return text;
}

/// 60 bytes, the target's statement.
BENCHMARK_CAPTURE(scan_text, point_read, "SELECT abalance FROM pgbench_accounts WHERE aid = 4242424242");
BENCHMARK_CAPTURE(
    scan_text, join,
    "SELECT p.id, p.first_name, p.last_name, a.balance FROM person AS p JOIN account AS a ON "
    "a.owner = p.id WHERE p.last_name LIKE $1 AND a.balance > $2 ORDER BY p.last_name LIMIT 20");
BENCHMARK_CAPTURE(scan_text, values_1000_rows, long_values());
BENCHMARK_CAPTURE(scan_text, string_of_64_kib, "SELECT '" + std::string(65'536, 'x') + "'");

}  // namespace
}  // namespace pgsegue::bench

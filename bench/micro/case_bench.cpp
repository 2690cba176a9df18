// The operations whose instructions are counted, by the clock: scan, gate, shape, hit, miss, splice, frame
// hopping, sessions.
#include <benchmark/benchmark.h>

#include "bench/micro/cases.hpp"

namespace pgsegue::bench {
namespace {

void add_case_benchmarks() {
  for (const Case& each : counted_cases()) {
    benchmark::RegisterBenchmark(each.name.c_str(), [make = each.make](benchmark::State& state) {
      const std::function<void()> operation = make();
      for (auto _ : state)
        operation();
    });
  }
}

const bool case_added = (add_case_benchmarks(), true);

}  // namespace
}  // namespace pgsegue::bench

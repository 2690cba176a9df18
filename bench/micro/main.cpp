// The micro benchmarks. With the one argument --count it counts instructions and allocations instead, see
// cases.hpp.
#include <benchmark/benchmark.h>

#include "bench/micro/cases.hpp"
#include <string_view>

int main(int argc, char** argv) {
  if (argc == 2 && argv[1] == std::string_view("--count")) return pgsegue::bench::count_cases();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

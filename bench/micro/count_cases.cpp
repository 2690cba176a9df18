#include "tests/support/allocation_counter.hpp"

#include "bench/micro/cases.hpp"
#include <cstdio>
#include <exception>
#include <gnu/libc-version.h>
#include <valgrind/callgrind.h>

namespace pgsegue::bench {
namespace {

/// Every operation has found its buffers by then.
constexpr int warm_up = 20;
constexpr int times = 50;

void count(const Case& each) {
  const std::function<void()> operation = each.make();
  for (int i = 0; i < warm_up; ++i)
    operation();
  const std::size_t before = test::allocations();
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  for (int i = 0; i < times; ++i)
    operation();
  CALLGRIND_DUMP_STATS_AT(each.name.c_str());
  CALLGRIND_STOP_INSTRUMENTATION;
  const std::size_t allocated = test::allocations() - before;
  std::printf("allocations %s %.2f\n", each.name.c_str(), static_cast<double>(allocated) / times);
  std::printf("times %s %d\n", each.name.c_str(), times);
}

}  // namespace

int count_cases() try {
  // What the figures depend on beside this program's code.
  std::printf("toolchain gcc %s, glibc %s, libstdc++ %d, %s\n", __VERSION__, gnu_get_libc_version(),
              __GLIBCXX__, __builtin_cpu_supports("avx2") ? "avx2" : "no avx2");
  for (const Case& each : counted_cases())
    count(each);
  return 0;
} catch (const std::exception& failure) {
  std::fprintf(stderr, "%s\n", failure.what());
  return 1;
}

}  // namespace pgsegue::bench

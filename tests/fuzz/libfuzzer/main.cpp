// One of the targets as a libFuzzer program; PGSEGUE_FUZZ_TARGET is the function's name.
#include "tests/fuzz/targets.hpp"

#include <cstdint>
#include <sys/resource.h>
#include <unistd.h>

namespace {

/// What recursion may need under AddressSanitizer, which makes frames larger.
constexpr rlim_t stack_bytes = rlim_t{1} << 30;

}  // namespace

/// The stack of the main thread is as large as the limit was when the program began: begin again.
extern "C" int LLVMFuzzerInitialize(int*, char*** arguments) {
  rlimit limit{};
  const bool is_small = getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
                        limit.rlim_cur < stack_bytes && limit.rlim_max >= stack_bytes;
  if (!is_small) return 0;
  limit.rlim_cur = stack_bytes;
  if (setrlimit(RLIMIT_STACK, &limit) == 0) execv("/proc/self/exe", *arguments);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pgsegue::fuzz::PGSEGUE_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}

#pragma once

#include <cstddef>

namespace pgsegue::test {

/// False under a sanitizer, which has a malloc of its own: then nothing is counted.
extern const bool counts_mallocs;

/// How often this process, all threads of it, has asked malloc or one of its kin for memory. The test
/// program's own are put in front of the C library's.
std::size_t mallocs();

}  // namespace pgsegue::test

#pragma once

#include <cstddef>

namespace pgsegue::test {

/// How often this thread has called operator new since the program started. The test program's operator new
/// is replaced to count.
std::size_t allocations();

}  // namespace pgsegue::test

#pragma once

#include <functional>
#include <string>
#include <vector>

namespace pgsegue::bench {

/// An operation of the data path. What it needs is made by `make`; what that returns carries it out once, and
/// owns what it needs. Throws if the operation is not what its name says.
struct Case {
  std::string name;
  std::function<std::function<void()>()> make;
};

/// Those whose instructions and allocations are counted.
std::vector<Case> counted_cases();

/// Carries out each under callgrind (valgrind --tool=callgrind --instr-atstart=no), with a dump of its own
/// for each under its name. Prints `toolchain TEXT` and, for each, `allocations NAME PER_OPERATION` and
/// `times NAME COUNT`.
int count_cases();

}  // namespace pgsegue::bench

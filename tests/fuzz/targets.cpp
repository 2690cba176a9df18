#include "tests/fuzz/targets.hpp"

#include <array>

namespace pgsegue::fuzz {

std::span<const Target> targets() {
  static constexpr std::array<Target, 6> all{{{"scan", scan},
                                              {"bind", bind},
                                              {"rewrite", rewrite},
                                              {"rule_file", rule_file},
                                              {"frames", frames},
                                              {"conversation", conversation}}};
  return all;
}

}  // namespace pgsegue::fuzz

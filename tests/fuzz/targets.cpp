#include "tests/fuzz/targets.hpp"

#include <array>

namespace pgsegue::fuzz {

std::span<const Target> targets() {
  static constexpr std::array<Target, 7> all{{{"scan", scan},
                                              {"bind", bind},
                                              {"rewrite", rewrite},
                                              {"cache", cache},
                                              {"rule_file", rule_file},
                                              {"frames", frames},
                                              {"conversation", conversation}}};
  return all;
}

}  // namespace pgsegue::fuzz

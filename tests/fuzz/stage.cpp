#include "tests/fuzz/stage.hpp"

#include "tests/fuzz/targets.hpp"
#include "tests/rules/rule_snapshot.hpp"

namespace pgsegue::fuzz {

rules::StatementContext Stage::context(rules::VersionIndex version) const {
  rules::StatementContext context;
  context.snapshot = snapshot.get();
  context.version = version;
  context.search_path = &path;
  return context;
}

const Stage& stage() {
  static const Stage made{rules::snapshot_of_rules(PGSEGUE_TEST_DATA "/rewrite/shop.yaml")};
  require(made.snapshot != nullptr, "the rules do not fit the catalog");
  return made;
}

}  // namespace pgsegue::fuzz

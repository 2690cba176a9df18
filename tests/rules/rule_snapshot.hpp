#pragma once

#include "rules/snapshot.hpp"

#include <memory>
#include <string>

namespace pgsegue::rules {

/// The snapshot of a rule file that carries its catalog in comments (catalog_text.hpp), with some functions
/// that every database has. Fails the test on any finding; null then.
std::shared_ptr<const Snapshot> snapshot_of_rules(const std::string& path);

}  // namespace pgsegue::rules

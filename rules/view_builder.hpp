#pragma once

#include "rules/resolved_table.hpp"
#include "rules/version_view.hpp"

#include <memory>
#include <string>
#include <vector>

namespace pgsegue::rules {

/// Makes the view of the version with that index from what was found on the server.
std::unique_ptr<const VersionView> build_view(std::string name, std::size_t version,
                                              const ResolvedNames& names,
                                              const std::shared_ptr<const PhysicalCatalog>& catalog);

}  // namespace pgsegue::rules

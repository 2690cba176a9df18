#pragma once

#include "rules/diagnostic.hpp"
#include "rules/physical_catalog.hpp"

#include <memory>
#include <string>
#include <vector>

namespace pgsegue::cli {

struct CatalogResult {
  std::shared_ptr<const rules::PhysicalCatalog> catalog;  ///< null if and only if there is an error
  std::vector<rules::Diagnostic> diagnostics;
};

/// Reads a description of the tables a server holds, for `explain` without a server:
///
///     tables:
///       - { name: person, columns: [id, first_name, last_name] }
///       - { name: archive.person, columns: [id, last_name] }
///
/// Names are written as in SQL; no schema means public.
CatalogResult read_catalog_file(const std::string& path);

}  // namespace pgsegue::cli

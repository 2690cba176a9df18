#pragma once

#include "proxy/control/control_login.hpp"
#include "rules/build_snapshot.hpp"
#include "rules/physical_catalog.hpp"

#include <memory>
#include <string>
#include <vector>

namespace pgsegue::cli {

/// Connects, reads the catalog and disconnects. Throws std::runtime_error with the reason of the server or
/// libpq.
std::shared_ptr<const rules::PhysicalCatalog> read_live_catalog(const control::control_login& login);

/// Connects and asks the server what only it can tell of the rules. Throws as above.
std::vector<rules::Diagnostic> check_on_server(const control::control_login& login,
                                               const rules::RuleSet& rules,
                                               const std::vector<rules::SuppliedColumn>& supplied);

/// The login that a libpq connection string or URI describes; what it leaves out comes from libpq's
/// environment variables and defaults. Throws std::runtime_error if it is malformed or asks for something the
/// control connection cannot do.
control::control_login login_from_dsn(const std::string& dsn);

}  // namespace pgsegue::cli

#pragma once

#include "proxy/control/pg_connection.hpp"
#include "rules/build_snapshot.hpp"

#include <vector>

namespace pgsegue::control {

/// Asks the server whether each expression can be assigned to its column, without evaluating it. One finding
/// for each that cannot; what the server does not tell (for lack of rights, on a standby) is none.
std::vector<rules::Diagnostic> check_supplied(pg_connection& connection, const rules::RuleSet& rules,
                                              const std::vector<rules::SuppliedColumn>& supplied,
                                              pg_connection::clock::time_point deadline);

}  // namespace pgsegue::control

#pragma once

#include "proxy/control/control_login.hpp"

#include <string>
#include <utility>
#include <vector>

namespace pgsegue::control {

/// libpq's connection parameters (keyword and value) for one server of a login. All of them are written out,
/// so that PG* environment variables and service files do not change what the configuration says.
std::vector<std::pair<std::string, std::string>> pg_parameters(const control_login& login,
                                                               const config::ServerAddress& server);

}  // namespace pgsegue::control

#pragma once

#include "proxy/session/directory.hpp"
#include "rules/sql_error.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace pgsegue::session {

inline constexpr std::string_view raw_version = "raw";
/// The setting by which clients say their version, and by which the server answers SHOW.
inline constexpr std::string_view version_setting = "pgsegue.version";

/// What a client asks for, and where.
struct RouteRequest {
  std::string_view database;          ///< perhaps with "@version"
  std::string_view option_version;    ///< from the start-up options; empty: none
  std::string_view listener_version;  ///< of the listening port; empty: none. Of no meaning without rules
};

/// The database and version that serve it. `version` is declared by the entry's rules, or `raw`.
struct Route {
  std::shared_ptr<const DatabaseEntry> entry;
  std::string database;  ///< as the client said it, without "@version"
  std::string version;
};

/// Chooses database and version; first match wins: start-up option, database name, listener, the database's
/// default, raw. An error lists what is declared.
std::variant<Route, rules::SqlError> choose_route(const RouteRequest& request, const Directory& directory);

}  // namespace pgsegue::session

#include "proxy/session/route.hpp"

#include "rules/snapshot.hpp"
#include "rules/version_view.hpp"

#include <utility>
#include <vector>

namespace pgsegue::session {
namespace {

std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

// A name with '@' in it that is declared as such is a database; else the part behind the last '@' is a
// version.
Route find_entry(std::string_view database, const Directory& directory) {
  Route route{directory.find(database), std::string(database), {}};
  if (route.entry && route.entry->name == database) return route;
  const std::size_t at = database.rfind('@');
  if (at == std::string_view::npos) return route;
  auto entry = directory.find(database.substr(0, at));
  if (!entry || entry->name != database.substr(0, at)) return route;
  return {std::move(entry), std::string(database.substr(0, at)), std::string(database.substr(at + 1))};
}

rules::SqlError unknown_database(std::string_view database, const Directory& directory) {
  return {.sqlstate = "3D000",
          .message = "database \"" + std::string(database) + "\" is not served by pgsegue",
          .detail = "Databases served: " + list_of(directory.names()) + ".",
          .hint = "Declare it under \"databases\" in the configuration of pgsegue."};
}

std::vector<std::string> declared_versions(const rules::Snapshot& snapshot) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < snapshot.version_count(); ++i) {
    names.push_back(snapshot.version(rules::VersionIndex{i}).name());
  }
  names.emplace_back(raw_version);
  return names;
}

rules::SqlError unknown_version(const Route& route, const std::vector<std::string>& declared) {
  return {
      .sqlstate = "22023",
      .message = "version \"" + route.version + "\" of database \"" + route.database + "\" is not declared",
      .detail = "Versions declared: " + list_of(declared) + ".",
      .hint = "Say one of them as \"" + route.database +
              "@version\" or options=-c pgsegue.version=version, or declare it in the rule file."};
}

}  // namespace

std::variant<Route, rules::SqlError> choose_route(const RouteRequest& request, const Directory& directory) {
  Route route = find_entry(request.database, directory);
  if (!route.entry) return unknown_database(request.database, directory);
  if (!request.option_version.empty()) route.version = request.option_version;
  if (route.version.empty() && route.entry->snapshots) route.version = request.listener_version;
  if (route.version.empty()) route.version = route.entry->default_version;
  if (route.version.empty()) route.version = raw_version;
  if (route.version == raw_version) return route;
  if (!route.entry->snapshots) return unknown_version(route, {std::string(raw_version)});
  const auto snapshot = route.entry->snapshots->current();
  if (!snapshot) {
    return rules::SqlError{
        .sqlstate = "57P03",
        .message = "the catalog of database \"" + route.database + "\" has not been read yet",
        .hint = "Try again in a moment; the log of pgsegue says what keeps it."};
  }
  if (!snapshot->find_version(route.version)) return unknown_version(route, declared_versions(*snapshot));
  return route;
}

}  // namespace pgsegue::session

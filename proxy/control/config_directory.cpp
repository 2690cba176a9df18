#include "proxy/control/config_directory.hpp"

namespace pgsegue::control {

namespace {

constexpr std::string_view any_name = "*";

std::shared_ptr<const session::DatabaseEntry> make_entry(const config::Database& database,
                                                         session::SslMode server_tls,
                                                         const slot_table& slots) {
  auto entry = std::make_shared<session::DatabaseEntry>();
  entry->name = database.name;
  entry->server_database = database.server_database;
  entry->default_version = database.default_version;
  entry->auth = database.auth;
  entry->pass = {.ddl = database.on_ddl == config::OnDdl::raw,
                 .code = database.on_code == config::OnCode::forward};
  entry->server_tls = server_tls;
  if (const auto slot = slots.find(database.name); slot != slots.end() && database.rule_set) {
    entry->snapshots = slot->second;
  }
  return entry;
}

}  // namespace

config_directory::config_directory(const config::Config& config, const slot_table& slots) {
  entries_.reserve(config.databases.size());
  for (const config::Database& database : config.databases) {
    entries_.push_back(make_entry(database, config.server_tls.mode, slots));
    index_.emplace(entries_.back()->name, entries_.size() - 1);
  }
}

std::shared_ptr<const session::DatabaseEntry> config_directory::find(std::string_view name) const {
  auto found = index_.find(name);
  if (found == index_.end()) found = index_.find(any_name);
  return found == index_.end() ? nullptr : entries_[found->second];
}

std::vector<std::string> config_directory::names() const {
  std::vector<std::string> names;
  names.reserve(entries_.size());
  for (const auto& entry : entries_)
    names.push_back(entry->name);
  return names;
}

}  // namespace pgsegue::control

#include "proxy/control/control_login.hpp"

namespace pgsegue::control {

namespace {

/// Where the control connection of the `*` entry goes: every cluster has it, and roles are shared.
constexpr const char* maintenance_database = "postgres";

std::string server_database_of(const config::Database& database) {
  if (!database.server_database.empty()) return database.server_database;
  return database.name == "*" ? maintenance_database : database.name;
}

}  // namespace

control_login login_for(const config::Config& config, const config::Database& database) {
  control_login login;
  login.servers = database.servers.empty() ? config.servers : database.servers;
  login.database = server_database_of(database);
  login.user = database.control_user.empty() ? config.control_user : database.control_user;
  login.password = database.control_password.empty() ? config.control_password : database.control_password;
  login.tls = config.server_tls;
  login.connect_timeout = config.limits.connect_timeout;
  return login;
}

std::string to_text(const control_login& login) {
  std::string text = "database \"" + login.database + "\" on ";
  const char* separator = "";
  for (const config::ServerAddress& server : login.servers) {
    text += separator + server.host + ":" + std::to_string(server.port);
    separator = ", ";
  }
  if (!login.user.empty()) text += " as " + login.user;
  return text;
}

}  // namespace pgsegue::control

#pragma once

#include "proxy/config/config.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace pgsegue::control {

/// How the control connection of one database logs in.
struct control_login {
  std::vector<config::ServerAddress> servers;  ///< tried in order
  std::string database;
  std::string user;      ///< empty: libpq's default, the system user
  std::string password;  ///< empty: none, or what libpq finds (~/.pgpass, PGPASSWORD)
  config::ServerTls tls;
  std::chrono::milliseconds connect_timeout{10'000};  ///< per server
};

/// The login for one database of a configuration: what the database does not say comes from the top level.
control_login login_for(const config::Config& config, const config::Database& database);

/// `database "shop" on 127.0.0.1:5432 as pgsegue`, for messages.
std::string to_text(const control_login& login);

}  // namespace pgsegue::control

#include "proxy/control/pg_parameters.hpp"

#include <array>
#include <string_view>

namespace pgsegue::control {

namespace {

/// In the order of session::SslMode.
constexpr std::array<std::string_view, 6> ssl_modes{"disable", "allow",     "prefer",
                                                    "require", "verify-ca", "verify-full"};

/// Nothing the control connection does writes, and no name in its queries may be looked up elsewhere. To
/// compile the ones that read the catalog takes a second, to run them a few milliseconds.
constexpr const char* session_options =
    "-c search_path=pg_catalog -c default_transaction_read_only=on -c client_min_messages=error "
    "-c datestyle=ISO -c standard_conforming_strings=on -c jit=off";

}  // namespace

std::vector<std::pair<std::string, std::string>> pg_parameters(const control_login& login,
                                                               const config::ServerAddress& server) {
  std::vector<std::pair<std::string, std::string>> parameters{
      {"host", server.host},
      {"port", std::to_string(server.port)},
      {"dbname", login.database},
      {"application_name", "pgsegue"},
      {"options", session_options},
      {"gssencmode", "disable"},
      {"target_session_attrs", "any"},
      {"sslmode", std::string(ssl_modes.at(static_cast<std::size_t>(login.tls.mode)))},
  };
  const auto add = [&](const char* keyword, const std::string& value) {
    if (!value.empty()) parameters.emplace_back(keyword, value);
  };
  add("user", login.user);
  add("password", login.password);
  add("sslrootcert", login.tls.root_certificate);
  add("sslcert", login.tls.certificate);
  add("sslkey", login.tls.key);
  return parameters;
}

}  // namespace pgsegue::control

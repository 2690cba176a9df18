#include "proxy/config/sections.hpp"

#include <algorithm>

namespace pgsegue::config {
namespace {

bool uses_scram(const Config& config) {
  return std::any_of(config.databases.begin(), config.databases.end(),
                     [](const Database& database) { return database.auth == session::AuthMode::scram; });
}

void check_verifiers(const load_context& context) {
  if (context.verifiers && !uses_scram(context.config)) {
    context.verifiers->warning("\"verifiers\" is not used: no database says \"auth: scram\"");
  }
  if (context.verifiers) return;
  for (std::size_t i = 0; i < context.databases.size(); ++i) {
    if (context.config.databases[i].auth != session::AuthMode::scram) continue;
    context.databases[i]
        .find("auth")
        .value_or(context.databases[i].node())
        .error("\"auth: scram\" needs \"verifiers\" at the top level of the file",
               "give a \"query\" or a \"file\" that yields the roles' SCRAM verifiers");
  }
}

/// Channel binding and its downgrade check defeat a relay when both legs use TLS.
void check_relay_over_tls(const load_context& context) {
  const bool client_leg = context.config.client_tls.mode != session::ClientTls::disable;
  const session::SslMode server = context.config.server_tls.mode;
  const bool server_leg = server != session::SslMode::disable && server != session::SslMode::allow;
  const bool relays =
      std::any_of(context.config.databases.begin(), context.config.databases.end(),
                  [](const Database& database) { return database.auth == session::AuthMode::relay; });
  if (!client_leg || !server_leg || !relays || !context.client_tls) return;
  context.client_tls->warning(
      "with TLS on both sides, SCRAM passwords cannot be relayed: logins of roles with a SCRAM password will "
      "fail",
      "set \"auth: scram\" for the databases, or switch TLS off on one side");
}

}  // namespace

void check_across_sections(const load_context& context) {
  check_verifiers(context);
  check_relay_over_tls(context);
}

}  // namespace pgsegue::config

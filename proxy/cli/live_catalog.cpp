#include "proxy/cli/live_catalog.hpp"

#include "proxy/cli/patience.hpp"
#include "proxy/control/catalog_query.hpp"
#include "proxy/control/pg_connection.hpp"
#include "proxy/control/stop_event.hpp"
#include "proxy/control/supply_query.hpp"

#include <chrono>
#include <stdexcept>

namespace pgsegue::cli {

std::shared_ptr<const rules::PhysicalCatalog> read_live_catalog(const control::control_login& login) {
  const control::stop_event never;
  control::pg_connection connection(login, never);
  const std::string failure = connection.connect();
  if (!failure.empty()) throw std::runtime_error(failure);
  control::loaded_catalog loaded =
      control::load_catalog(connection, control::pg_connection::clock::now() + patience);
  if (!loaded.catalog) throw std::runtime_error(loaded.failure);
  return loaded.catalog;
}

std::vector<rules::Diagnostic> check_on_server(const control::control_login& login,
                                               const rules::RuleSet& rules,
                                               const std::vector<rules::SuppliedColumn>& supplied) {
  if (supplied.empty()) return {};
  const control::stop_event never;
  control::pg_connection connection(login, never);
  const std::string failure = connection.connect();
  if (!failure.empty()) throw std::runtime_error(failure);
  return control::check_supplied(connection, rules, supplied,
                                 control::pg_connection::clock::now() + patience);
}

}  // namespace pgsegue::cli

#pragma once

#include "proxy/control/pg_connection.hpp"
#include "rules/physical_catalog.hpp"

#include <memory>
#include <string>

namespace pgsegue::control {

/// A catalog as it was at one moment. `catalog` is null if and only if `failure` says why.
struct loaded_catalog {
  std::shared_ptr<const rules::PhysicalCatalog> catalog;
  std::string fingerprint;  ///< of the same moment
  std::string failure;
};

/// Reads the whole catalog of the connection's database in one round trip.
loaded_catalog load_catalog(pg_connection& connection, pg_connection::clock::time_point deadline);

/// A fingerprint, or why there is none.
struct fingerprint_outcome {
  std::string fingerprint;
  std::string failure;
};

/// Asks whether anything has changed: compare with the last fingerprint.
fingerprint_outcome read_fingerprint(pg_connection& connection, pg_connection::clock::time_point deadline);

}  // namespace pgsegue::control

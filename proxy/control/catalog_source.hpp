#pragma once

#include "proxy/control/control_plane.hpp"
#include "proxy/control/pg_connection.hpp"
#include "proxy/session/snapshot_slot.hpp"
#include "rules/build_snapshot.hpp"
#include "rules/rule_set.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace pgsegue::control {

/// Keeps the snapshots of one database current, on a thread of its own.
///
///   created --prepare()--> prepared --start()--> running --destruction--> stopped
///
/// Running: every check interval, and at once on request, the fingerprint is read; if it has moved, the whole
/// catalog; if its meaning has moved, a snapshot with the next epoch is published. If the server is away, it
/// is tried again after a growing time; if the catalog contradicts the rules, the last snapshot stays. Both
/// are logged, once for each time the reason changes.
class catalog_source {
 public:
  using clock = pg_connection::clock;

  /// `slot` may hold snapshots of an earlier source of the same database: epochs go on from there.
  catalog_source(control_login login, std::shared_ptr<const rules::RuleSet> rules,
                 std::chrono::milliseconds check_interval, std::shared_ptr<session::SnapshotSlot> slot);
  ~catalog_source();
  catalog_source(const catalog_source&) = delete;
  catalog_source& operator=(const catalog_source&) = delete;

  /// Reads the catalog and checks the rules against it; publishes nothing. Returns why this source cannot be
  /// used, empty if it can. If the server is away, the catalog of the slot's snapshot will do.
  std::string prepare();
  /// Publishes what was prepared and starts the thread. No other source may be writing to the slot.
  void start();

  /// Thread-safe. A request that comes during a look at the server waits for the next one.
  void request_refresh(RefreshDone done);
  /// Ends the thread; open requests are called back as failed.
  void stop();

 private:
  void run();
  std::vector<RefreshDone> wait_for_work();
  bool refresh();
  bool connect();
  bool load();
  rules::BuiltSnapshot build(const std::shared_ptr<const rules::PhysicalCatalog>& catalog,
                             std::uint64_t epoch);
  std::string install(const std::shared_ptr<const rules::PhysicalCatalog>& catalog);
  void report(const std::string& failure);

  control_login login_;
  std::shared_ptr<const rules::RuleSet> rules_;
  std::chrono::milliseconds check_interval_;
  std::shared_ptr<session::SnapshotSlot> slot_;
  stop_event stop_;
  pg_connection connection_;
  std::shared_ptr<const rules::PhysicalCatalog> prepared_;
  std::string fingerprint_;   ///< of the last catalog read; empty: read it whatever it is
  std::string last_failure_;  ///< as logged; empty: all is well
  clock::time_point next_look_{};
  clock::time_point next_connect_{};
  std::chrono::milliseconds connect_delay_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<RefreshDone> requests_;  ///< guarded by mutex_
  std::thread thread_;
};

}  // namespace pgsegue::control

#pragma once

#include "proxy/control/pg_connection.hpp"
#include "rules/rule_set.hpp"
#include "tests/support/postgres_cluster.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace pgsegue::control::testing {

using pgsegue::testing::postgres_cluster;

/// A login as superuser to a database of the shared cluster, by TCP.
control_login login_to(const std::string& database);

/// Rules for `database`: v2 renames person.last_name to surname.
std::shared_ptr<const rules::RuleSet> rename_rules(const std::string& database);
/// A rule set from its YAML text.
std::shared_ptr<const rules::RuleSet> rules_from(const std::string& yaml);

/// Waits up to ten seconds for the condition.
bool eventually(const std::function<bool()>& condition);

inline pg_connection::clock::time_point soon() {
  return pg_connection::clock::now() + std::chrono::seconds(20);
}

/// A connected connection to a database of the shared cluster.
class open_connection {
 public:
  explicit open_connection(const std::string& database);
  pg_connection& operator*() { return connection_; }
  pg_connection* operator->() { return &connection_; }

 private:
  stop_event stop_;
  pg_connection connection_;
};

}  // namespace pgsegue::control::testing

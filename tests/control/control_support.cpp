#include "tests/control/control_support.hpp"

#include "rules/load_rules.hpp"

#include <stdexcept>
#include <thread>

namespace pgsegue::control::testing {

control_login login_to(const std::string& database) {
  control_login login;
  login.servers = {{"127.0.0.1", postgres_cluster::shared().port()}};
  login.database = database;
  login.user = "postgres";
  login.connect_timeout = std::chrono::seconds(5);
  return login;
}

std::shared_ptr<const rules::RuleSet> rules_from(const std::string& yaml) {
  rules::LoadedRules loaded = rules::parse_rules(yaml, "rules.yaml");
  if (!loaded.rules) throw std::runtime_error(rules::render(loaded.diagnostics.at(0), false));
  return loaded.rules;
}

std::shared_ptr<const rules::RuleSet> rename_rules(const std::string& database) {
  return rules_from("database: " + database +
                    "\nversions:\n  - name: v1\n  - name: v2\n    changes:\n"
                    "      - rename_column: { table: person, from: last_name, to: surname }\n");
}

bool eventually(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

open_connection::open_connection(const std::string& database) : connection_(login_to(database), stop_) {
  if (const std::string failure = connection_.connect(); !failure.empty()) throw std::runtime_error(failure);
}

}  // namespace pgsegue::control::testing

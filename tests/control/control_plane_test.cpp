#include "proxy/control/control_plane.hpp"

#include "tests/control/control_support.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <stdexcept>

namespace pgsegue::control {
namespace {

using testing::postgres_cluster;
using testing::rename_rules;
using testing::rules_from;

constexpr const char* plane_database = "control_plane";

config::Config base_config() {
  config::Config config;
  config.servers = {{"127.0.0.1", postgres_cluster::shared().port()}};
  config.control_user = "postgres";
  config.server_tls.mode = session::SslMode::prefer;
  config::Database database;
  database.name = "shop";
  database.server_database = plane_database;
  database.rule_set = rename_rules("shop");
  database.default_version = "v1";
  config.databases = {database};
  return config;
}

config::Database raw_database(const std::string& of_name) {
  config::Database database;
  database.name = of_name;
  return database;
}

class control_plane : public ::testing::Test {
 protected:
  void SetUp() override {
    postgres_cluster::shared().create_database(plane_database,
                                               "CREATE TABLE person (id int, last_name text)");
  }
  static bool refresh(ControlPlane& plane, std::string_view database) {
    std::promise<bool> outcome;
    plane.request_refresh(database, [&outcome](bool ok) { outcome.set_value(ok); });
    return outcome.get_future().get();
  }
  static session::VerifierResult look_up(ControlPlane& plane, std::string_view database, const char* user) {
    std::promise<session::VerifierResult> found;
    plane.look_up_verifier(database, user,
                           [&found](const session::VerifierResult& result) { found.set_value(result); });
    return found.get_future().get();
  }
};

TEST_F(control_plane, serves_the_configured_databases) {
  config::Config config = base_config();
  config.databases.push_back(raw_database("plain"));
  const ControlPlane plane(config);
  const auto directory = plane.directory();
  const auto shop = directory->find("shop");
  ASSERT_NE(shop, nullptr);
  EXPECT_EQ(shop->server_database, plane_database);
  EXPECT_EQ(shop->default_version, "v1");
  EXPECT_EQ(shop->server_tls, session::SslMode::prefer);
  ASSERT_NE(shop->snapshots, nullptr);
  EXPECT_EQ(shop->snapshots->epoch(), 1u);
  EXPECT_EQ(directory->find("plain")->snapshots, nullptr);
  EXPECT_EQ(directory->find("other"), nullptr);
  EXPECT_EQ(directory->names(), (std::vector<std::string>{"shop", "plain"}));
}

TEST_F(control_plane, serves_any_name_by_the_wildcard) {
  config::Config config = base_config();
  config.databases.push_back(raw_database("*"));
  const ControlPlane plane(config);
  EXPECT_EQ(plane.directory()->find("anything")->name, "*");
  EXPECT_EQ(plane.directory()->find("shop")->name, "shop");
}

TEST_F(control_plane, does_not_start_with_rules_that_contradict_the_catalog) {
  postgres_cluster::shared().psql(plane_database, "DROP TABLE person");
  try {
    const ControlPlane plane(base_config());
    FAIL() << "started";
  } catch (const std::runtime_error& failure) {
    EXPECT_NE(std::string(failure.what()).find("rules.yaml:6:"), std::string::npos) << failure.what();
  }
}

TEST_F(control_plane, refreshes_one_database) {
  ControlPlane plane(base_config());
  postgres_cluster::shared().psql(plane_database, "ALTER TABLE person RENAME COLUMN last_name TO surname");
  EXPECT_TRUE(refresh(plane, "shop"));
  EXPECT_EQ(plane.directory()->find("shop")->snapshots->epoch(), 2u);
  EXPECT_FALSE(refresh(plane, "other"));
}

TEST_F(control_plane, takes_a_new_configuration_and_keeps_the_slots) {
  ControlPlane plane(base_config());
  const auto before = plane.directory()->find("shop");
  config::Config config = base_config();
  config.databases[0].rule_set = rules_from("database: shop\nversions: [{ name: v1 }]\n");
  config.databases.push_back(raw_database("plain"));
  EXPECT_EQ(plane.reload(config), "");
  EXPECT_NE(plane.directory()->find("plain"), nullptr);
  EXPECT_EQ(before->snapshots->epoch(), 2u);
  EXPECT_EQ(plane.directory()->find("shop")->snapshots, before->snapshots);
}

TEST_F(control_plane, changes_nothing_if_any_part_of_a_configuration_is_wrong) {
  ControlPlane plane(base_config());
  config::Config config = base_config();
  config.databases[0].default_version = "v2";
  config.databases.push_back(config.databases[0]);
  config.databases[1].name = "second";
  config.databases[1].rule_set = rules_from(
      "database: second\nversions:\n  - name: v1\n  - name: v2\n    changes:\n"
      "      - rename_column: { table: nowhere, from: a, to: b }\n");
  const std::string failure = plane.reload(config);
  EXPECT_NE(failure.find("nowhere"), std::string::npos) << failure;
  EXPECT_EQ(plane.directory()->find("shop")->default_version, "v1");
  EXPECT_EQ(plane.directory()->find("second"), nullptr);
  EXPECT_EQ(plane.directory()->find("shop")->snapshots->epoch(), 1u);
  EXPECT_TRUE(refresh(plane, "shop"));
}

TEST_F(control_plane, looks_verifiers_up_by_query_or_in_a_file) {
  postgres_cluster::shared().psql("postgres", "DROP ROLE IF EXISTS eve; CREATE ROLE eve LOGIN PASSWORD 'x'");
  config::Config config = base_config();
  config.databases[0].auth = session::AuthMode::scram;
  config.databases.push_back(raw_database("relayed"));
  config.verifiers.query = "SELECT rolname, rolpassword FROM pg_authid WHERE rolname = $1";
  ControlPlane plane(config);
  const std::string verifier = look_up(plane, "shop", "eve").verifier;
  EXPECT_TRUE(verifier.starts_with("SCRAM-SHA-256$"));
  EXPECT_FALSE(look_up(plane, "relayed", "eve").ok);

  const std::string path = ::testing::TempDir() + "pgsegue-plane-verifiers";
  config.verifiers = {path, {}};
  std::ofstream(path) << "\"adam\" \"" << verifier << "\"\n";
  EXPECT_EQ(plane.reload(config), "");
  EXPECT_EQ(look_up(plane, "shop", "adam").verifier, verifier);
  EXPECT_EQ(look_up(plane, "shop", "eve").verifier, "");

  std::ofstream(path) << "\"adam\" \"nonsense\"\n";
  EXPECT_NE(plane.reload(config).find(path + ":1:8"), std::string::npos);
  EXPECT_EQ(look_up(plane, "shop", "adam").verifier, verifier);
  std::remove(path.c_str());
}

}  // namespace
}  // namespace pgsegue::control

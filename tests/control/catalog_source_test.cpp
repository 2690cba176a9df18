#include "proxy/control/catalog_source.hpp"

#include "rules/version_view.hpp"
#include "tests/control/control_support.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace pgsegue::control {
namespace {

using namespace std::chrono_literals;
using testing::eventually;
using testing::login_to;
using testing::postgres_cluster;
using testing::rename_rules;
using testing::rules_from;

constexpr const char* source_database = "catalog_source";

class catalog_source_test : public ::testing::Test {
 protected:
  void SetUp() override {
    postgres_cluster::shared().create_database(source_database,
                                               "CREATE TABLE person (id int, last_name text)");
  }

  std::unique_ptr<catalog_source> make(std::chrono::milliseconds interval = 20ms) {
    return std::make_unique<catalog_source>(login_to(source_database), rename_rules(source_database),
                                            interval, slot_);
  }
  std::unique_ptr<catalog_source> start(std::chrono::milliseconds interval = 20ms) {
    auto source = make(interval);
    EXPECT_EQ(source->prepare(), "");
    source->start();
    return source;
  }
  static void ddl(const char* sql) { postgres_cluster::shared().psql(source_database, sql); }
  /// The physical name of what v2 calls person.surname.
  std::string surname() const {
    const auto snapshot = slot_->current();
    const auto* person = snapshot->catalog().find(parser::Identifier::from_catalog("public"),
                                                  parser::Identifier::from_catalog("person"));
    return person->columns.at(1).name.str();
  }
  static bool refresh(catalog_source& source) {
    std::promise<bool> outcome;
    source.request_refresh([&outcome](bool ok) { outcome.set_value(ok); });
    return outcome.get_future().get();
  }

  std::shared_ptr<session::SnapshotSlot> slot_ = std::make_shared<session::SnapshotSlot>();
};

TEST_F(catalog_source_test, publishes_nothing_before_it_is_started) {
  const auto source = make();
  EXPECT_EQ(source->prepare(), "");
  EXPECT_EQ(slot_->current(), nullptr);
  source->start();
  ASSERT_NE(slot_->current(), nullptr);
  EXPECT_EQ(slot_->epoch(), 1u);
}

TEST_F(catalog_source_test, shows_where_the_rules_contradict_the_catalog) {
  ddl("ALTER TABLE person DROP COLUMN last_name");
  const std::string failure = make()->prepare();
  EXPECT_NE(failure.find("rules.yaml:6:"), std::string::npos) << failure;
}

TEST_F(catalog_source_test, says_why_the_server_cannot_be_asked) {
  control_login login = login_to(source_database);
  login.servers = {{"127.0.0.1", 1}};
  catalog_source source(login, rename_rules(source_database), 20ms, slot_);
  const std::string failure = source.prepare();
  EXPECT_NE(failure.find("database \"catalog_source\" on 127.0.0.1:1 as postgres"), std::string::npos)
      << failure;
  EXPECT_NE(failure.find("refused"), std::string::npos) << failure;
}

TEST_F(catalog_source_test, sees_a_rename_by_itself) {
  const auto source = start();
  EXPECT_EQ(surname(), "last_name");
  ddl("ALTER TABLE person RENAME COLUMN last_name TO surname");
  EXPECT_TRUE(eventually([this] { return surname() == "surname"; }));
  EXPECT_EQ(slot_->epoch(), 2u);
}

TEST_F(catalog_source_test, looks_at_once_on_request_and_answers_after_publication) {
  const auto source = start(1h);
  ddl("ALTER TABLE person RENAME COLUMN last_name TO surname");
  EXPECT_EQ(surname(), "last_name");
  EXPECT_TRUE(refresh(*source));
  EXPECT_EQ(surname(), "surname");
}

TEST_F(catalog_source_test, keeps_the_epoch_if_the_meaning_has_not_changed) {
  const auto source = start(1h);
  ddl("GRANT SELECT ON person TO PUBLIC; COMMENT ON TABLE person IS 'x'; INSERT INTO person VALUES (1, "
      "'x');");
  EXPECT_TRUE(refresh(*source));
  EXPECT_EQ(slot_->epoch(), 1u);
}

TEST_F(catalog_source_test, answers_every_request_of_many) {
  const auto source = start(1h);
  std::atomic<int> answered = 0;
  for (int i = 0; i < 200; ++i)
    source->request_refresh([&answered](bool ok) { answered += ok ? 1 : 0; });
  EXPECT_TRUE(eventually([&answered] { return answered == 200; }));
}

TEST_F(catalog_source_test, keeps_the_last_snapshot_while_the_catalog_contradicts_the_rules) {
  const auto source = start(1h);
  ddl("ALTER TABLE person RENAME COLUMN last_name TO nonsense");
  EXPECT_FALSE(refresh(*source));
  EXPECT_FALSE(refresh(*source));
  EXPECT_EQ(surname(), "last_name");
  ddl("ALTER TABLE person RENAME COLUMN nonsense TO surname");
  EXPECT_TRUE(refresh(*source));
  EXPECT_EQ(surname(), "surname");
}

TEST_F(catalog_source_test, survives_a_restart_of_the_server) {
  const auto source = start();
  postgres_cluster::shared().stop();
  EXPECT_TRUE(eventually([&source] { return !refresh(*source); }));
  EXPECT_EQ(surname(), "last_name");
  postgres_cluster::shared().start();
  ddl("ALTER TABLE person RENAME COLUMN last_name TO surname");
  EXPECT_TRUE(eventually([this] { return surname() == "surname"; }));
}

TEST_F(catalog_source_test, uses_the_last_known_catalog_while_the_server_is_away) {
  start()->stop();
  control_login login = login_to(source_database);
  login.servers = {{"127.0.0.1", 1}};
  catalog_source source(login, rename_rules(source_database), 20ms, slot_);
  EXPECT_EQ(source.prepare(), "");
  source.start();
  EXPECT_EQ(slot_->epoch(), 1u);
  EXPECT_FALSE(refresh(source));
}

TEST_F(catalog_source_test, goes_on_with_the_epochs_of_the_source_before_it) {
  start()->stop();
  const auto same = start();
  EXPECT_EQ(slot_->epoch(), 1u);
  same->stop();
  catalog_source other(
      login_to(source_database),
      rules_from(std::string("database: ") + source_database + "\nversions: [{ name: v1 }]\n"), 20ms, slot_);
  EXPECT_EQ(other.prepare(), "");
  other.start();
  EXPECT_EQ(slot_->epoch(), 2u);
}

TEST_F(catalog_source_test, fails_requests_once_it_is_stopped) {
  const auto source = start(1h);
  source->stop();
  EXPECT_FALSE(refresh(*source));
}

}  // namespace
}  // namespace pgsegue::control

#include "proxy/config/load_config.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace pgsegue::config {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// A copy of tests/data/config whose file modes do not depend on the checkout: what is called public… is
/// readable by all, the rest by its owner.
class config_data {
 public:
  config_data() : directory_(fs::path(testing::TempDir()) / ("config-" + std::to_string(getpid()))) {
    fs::remove_all(directory_);
    fs::copy(fs::path(PGSEGUE_TEST_DATA) / "config", directory_, fs::copy_options::recursive);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory_)) {
      if (!entry.is_regular_file()) continue;
      const bool is_public = entry.path().filename().string().starts_with("public");
      fs::permissions(entry.path(), static_cast<fs::perms>(is_public ? 0644 : 0600));
      if (entry.path().extension() == ".yaml") cut_off_expectation(entry.path());
    }
  }
  ~config_data() { fs::remove_all(directory_); }
  config_data(const config_data&) = delete;
  config_data& operator=(const config_data&) = delete;

  fs::path operator/(const std::string& name) const { return directory_ / name; }
  /// `text` without the directory's name.
  std::string shortened(std::string text) const {
    const std::string prefix = directory_.string() + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }

 private:
  static void cut_off_expectation(const fs::path& path) {
    const std::string text = read(path);
    std::ofstream(path) << text.substr(0, text.find("#>"));
  }

  fs::path directory_;
};

/// The findings as the case files show them: comment lines at the end, each started by "#>".
std::string as_expected_lines(const std::vector<rules::Diagnostic>& diagnostics) {
  std::string out;
  for (const rules::Diagnostic& each : diagnostics) {
    std::istringstream lines(rules::render(each, false));
    for (std::string line; std::getline(lines, line);)
      out += "#> " + line + "\n";
  }
  return out;
}

std::string expected_lines(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#>")) out += line + "\n";
  }
  return out;
}

fs::path case_file(const std::string& name) {
  return fs::path(PGSEGUE_TEST_DATA) / "config" / (name + ".yaml");
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(PGSEGUE_TEST_DATA) / "config")) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// With PGSEGUE_REWRITE_EXPECTED set, the case file gets what was found, to be reviewed.
void rewrite_expected(const std::string& name, const std::string& found) {
  const fs::path path = case_file(name);
  std::string text = read(path);
  text.resize(std::min(text.size(), text.find("#>")));
  std::ofstream(path) << text << found;
}

class LoadConfigCase : public testing::TestWithParam<std::string> {};

TEST_P(LoadConfigCase, FindsWhatTheFileSays) {
  const config_data data;
  const LoadResult result = load_config(data / (GetParam() + ".yaml"), "");
  const std::string found = data.shortened(as_expected_lines(result.diagnostics));
  if (std::getenv("PGSEGUE_REWRITE_EXPECTED") != nullptr) rewrite_expected(GetParam(), found);
  EXPECT_EQ(found, expected_lines(read(case_file(GetParam()))));
  EXPECT_EQ(result.config.has_value(), !rules::has_errors(result.diagnostics));
}

INSTANTIATE_TEST_SUITE_P(Files, LoadConfigCase, testing::ValuesIn(case_names()),
                         [](const auto& each) { return each.param; });

TEST(LoadConfig, HasADefaultForEveryKeyButTheDatabases) {
  const config_data data;
  const LoadResult result = load_config(data / "minimal.yaml", "");
  ASSERT_TRUE(result.config);
  const Config& config = *result.config;
  ASSERT_EQ(config.listeners.size(), 1u);
  EXPECT_EQ(config.listeners[0].address, "127.0.0.1");
  EXPECT_EQ(config.listeners[0].port, 6543);
  ASSERT_EQ(config.servers.size(), 1u);
  EXPECT_EQ(config.servers[0].host, "127.0.0.1");
  EXPECT_EQ(config.servers[0].port, 5432);
  EXPECT_EQ(config.databases.at(0).auth, session::AuthMode::relay);
  EXPECT_EQ(config.databases.at(0).on_ddl, OnDdl::refuse);
  EXPECT_EQ(config.databases.at(0).on_code, OnCode::refuse);
  EXPECT_EQ(config.client_tls.mode, session::ClientTls::disable);
  EXPECT_EQ(config.server_tls.mode, session::SslMode::prefer);
}

TEST(LoadConfig, ReadsListenersAndServers) {
  const config_data data;
  const LoadResult result = load_config(data / "everything.yaml", "");
  ASSERT_TRUE(result.config);
  const Config& config = *result.config;
  ASSERT_EQ(config.listeners.size(), 2u);
  EXPECT_EQ(config.listeners[0].version, "v1");
  EXPECT_EQ(config.listeners[1].address, "::1");
  EXPECT_EQ(config.listeners[1].port, 6544);
  ASSERT_EQ(config.servers.size(), 4u);
  EXPECT_EQ(config.servers[0].host, "db1.example.com");
  EXPECT_EQ(config.servers[1].port, 5433);
  EXPECT_EQ(config.servers[3].host, "fd00::2");
}

TEST(LoadConfig, ReadsDatabases) {
  const config_data data;
  const LoadResult result = load_config(data / "everything.yaml", "");
  ASSERT_TRUE(result.config);
  const Config& config = *result.config;
  EXPECT_EQ(config.control_user, "pgsegue");
  EXPECT_EQ(config.control_password, "secret");
  ASSERT_EQ(config.databases.size(), 2u);
  const Database& shop = config.databases[0];
  EXPECT_EQ(shop.server_database, "shop_production");
  EXPECT_EQ(shop.rules, data / "files/shop.yaml");
  ASSERT_TRUE(shop.rule_set);
  EXPECT_EQ(shop.rule_set->version_names(), (std::vector<std::string>{"v1", "v2"}));
  EXPECT_EQ(shop.default_version, "v2");
  EXPECT_EQ(shop.auth, session::AuthMode::scram);
  EXPECT_EQ(shop.on_ddl, OnDdl::raw);
  EXPECT_EQ(shop.on_code, OnCode::forward);
  ASSERT_EQ(shop.servers.size(), 1u);
  EXPECT_EQ(shop.servers[0].host, "db3");
  EXPECT_EQ(shop.control_user, "other");
  EXPECT_FALSE(config.databases[1].rule_set);
}

TEST(LoadConfig, ReadsTls) {
  const config_data data;
  const LoadResult result = load_config(data / "everything.yaml", "");
  ASSERT_TRUE(result.config);
  const Config& config = *result.config;
  EXPECT_EQ(config.client_tls.mode, session::ClientTls::allow);
  EXPECT_EQ(config.client_tls.certificate, data / "files/certificate");
  EXPECT_EQ(config.client_tls.key, data / "files/key");
  EXPECT_TRUE(config.client_tls.require_client_certificate);
  EXPECT_EQ(config.server_tls.mode, session::SslMode::verify_full);
  EXPECT_EQ(config.server_tls.root_certificate, data / "files/certificate");
  EXPECT_NE(config.verifiers.query.find("$1"), std::string::npos);
}

TEST(LoadConfig, ReadsLimits) {
  const config_data data;
  const LoadResult result = load_config(data / "everything.yaml", "");
  ASSERT_TRUE(result.config);
  const Limits& limits = result.config->limits;
  EXPECT_EQ(limits.max_connections, 5000u);
  EXPECT_EQ(limits.max_logins_per_address, 50u);
  EXPECT_EQ(limits.max_statement_bytes, 64u << 20);
  EXPECT_EQ(limits.max_statement_depth, 2000u);
  EXPECT_EQ(limits.cache_bytes, 1u << 30);
  EXPECT_EQ(limits.cancels_per_second, 3u);
  EXPECT_EQ(limits.login_timeout, 5s);
  EXPECT_EQ(limits.connect_timeout, 500ms);
  EXPECT_EQ(limits.drain_timeout, 0ms);
  EXPECT_EQ(limits.catalog_check_interval, 5min);
  EXPECT_EQ(limits.tcp_keepalive, 120s);
  EXPECT_EQ(limits.tcp_user_timeout, 30s);
  EXPECT_EQ(result.config->logging.level, "warning");
  EXPECT_TRUE(result.config->logging.statements);
  EXPECT_EQ(result.config->threads, 2u);
}

TEST(LoadConfig, TakesThePasswordOfTheEnvironmentOnlyIfTheFileGivesNone) {
  const config_data data;
  EXPECT_EQ(load_config(data / "minimal.yaml", "from outside").config->control_password, "from outside");
  EXPECT_EQ(load_config(data / "everything.yaml", "from outside").config->control_password, "secret");
}

TEST(LoadConfig, AMissingFileIsAFinding) {
  const LoadResult result = load_config("/no/such/pgsegue.yaml", "");
  EXPECT_FALSE(result.config);
  ASSERT_EQ(result.diagnostics.size(), 1u);
  EXPECT_EQ(rules::render(result.diagnostics[0], false),
            "/no/such/pgsegue.yaml: error: cannot read the file: No such file or directory\n"
            "  hint: check the path and the permissions\n");
}

}  // namespace
}  // namespace pgsegue::config

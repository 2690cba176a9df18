#include "proxy/config/load_config.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace pgsegue::config {
namespace {

namespace fs = std::filesystem;

const fs::path conf = fs::path(PGSEGUE_TEST_DATA) / "../../conf";

/// Of two keys that exclude each other the example can show only one in force.
bool is_alternative(const std::string& line) {
  static const std::set<std::string> left_out{"control_password", "file"};
  std::smatch key;
  return std::regex_search(line, key, std::regex("^\\s*#?\\s*([a-z_]+):")) && left_out.contains(key[1]);
}

/// The example with every commented default in force. A comment's text follows "# ", a default follows "#" or
/// "#  ".
std::string example_in_full() {
  std::ifstream in(conf / "pgsegue.yaml");
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (is_alternative(line)) continue;
    out += std::regex_replace(line, std::regex("^( *)#(?=\\S|  )"), "$1") + "\n";
  }
  return out;
}

/// A directory like /etc/pgsegue, with every file the example names.
class example_directory {
 public:
  example_directory() : path_(fs::path(testing::TempDir()) / ("example-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::copy(conf, path_, fs::copy_options::recursive);
    for (const char* name : {"server.crt", "server.key", "clients.crt", "root.crt", "client.crt",
                             "client.key", "control-password"}) {
      std::ofstream(path_ / name) << "content\n";
      fs::permissions(path_ / name, fs::perms::owner_read);
    }
    const std::string text = std::regex_replace(example_in_full(), std::regex("/etc/pgsegue/"), "");
    std::ofstream(path_ / "full.yaml") << text;
  }
  ~example_directory() { fs::remove_all(path_); }
  example_directory(const example_directory&) = delete;
  example_directory& operator=(const example_directory&) = delete;
  fs::path operator/(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

std::string errors(const LoadResult& result) {
  std::string out;
  for (const rules::Diagnostic& each : result.diagnostics) {
    if (each.severity == rules::Diagnostic::Severity::error) out += rules::render(each, false);
  }
  return out;
}

TEST(Example, IsFreeOfFindings) {
  const LoadResult result = load_config(conf / "pgsegue.yaml", "");
  EXPECT_TRUE(result.config) << errors(result);
  EXPECT_TRUE(result.diagnostics.empty());
}

TEST(Example, ShowsDefaultsThatLoad) {
  const example_directory directory;
  const LoadResult result = load_config(directory / "full.yaml", "");
  EXPECT_TRUE(result.config) << errors(result);
}

TEST(Example, ShowsTheRealDefaults) {
  const example_directory directory;
  const LoadResult shown = load_config(directory / "full.yaml", "");
  const LoadResult real = load_config(directory / "pgsegue.yaml", "");
  ASSERT_TRUE(shown.config) << errors(shown);
  ASSERT_TRUE(real.config) << errors(real);
  const Config &a = *shown.config, &b = *real.config;
  EXPECT_EQ(a.listeners.at(0).address, b.listeners.at(0).address);
  EXPECT_EQ(a.listeners.at(0).port, b.listeners.at(0).port);
  EXPECT_EQ(a.listeners.at(0).version, b.listeners.at(0).version);
  EXPECT_EQ(a.servers.at(0).host, b.servers.at(0).host);
  EXPECT_EQ(a.servers.at(0).port, b.servers.at(0).port);
  EXPECT_EQ(a.control_user, b.control_user);
  EXPECT_EQ(a.databases.at(0).auth, b.databases.at(0).auth);
  EXPECT_EQ(a.client_tls.mode, b.client_tls.mode);
  EXPECT_EQ(a.client_tls.require_client_certificate, b.client_tls.require_client_certificate);
  EXPECT_EQ(a.server_tls.mode, b.server_tls.mode);
  EXPECT_EQ(a.logging.level, b.logging.level);
  EXPECT_EQ(a.logging.statements, b.logging.statements);
  EXPECT_EQ(a.threads, b.threads);
}

TEST(Example, ShowsTheRealLimits) {
  const example_directory directory;
  const LoadResult shown = load_config(directory / "full.yaml", "");
  ASSERT_TRUE(shown.config) << errors(shown);
  const Limits &a = shown.config->limits, b;
  EXPECT_EQ(a.max_connections, b.max_connections);
  EXPECT_EQ(a.max_logins_per_address, b.max_logins_per_address);
  EXPECT_EQ(a.max_statement_bytes, b.max_statement_bytes);
  EXPECT_EQ(a.max_statement_depth, b.max_statement_depth);
  EXPECT_EQ(a.cache_bytes, b.cache_bytes);
  EXPECT_EQ(a.cancels_per_second, b.cancels_per_second);
  EXPECT_EQ(a.login_timeout, b.login_timeout);
  EXPECT_EQ(a.connect_timeout, b.connect_timeout);
  EXPECT_EQ(a.drain_timeout, b.drain_timeout);
  EXPECT_EQ(a.catalog_check_interval, b.catalog_check_interval);
  EXPECT_EQ(a.tcp_keepalive, b.tcp_keepalive);
  EXPECT_EQ(a.tcp_user_timeout, b.tcp_user_timeout);
}

}  // namespace
}  // namespace pgsegue::config

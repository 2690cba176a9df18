#include "tests/support/postgres_cluster.hpp"

#include "tests/support/run_program.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <netinet/in.h>
#include <pwd.h>
#include <stdexcept>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace pgsegue::testing {

namespace {

std::string bin(const std::string& program) {
  const char* configured = std::getenv("PGSEGUE_TEST_PG_BIN");
  return std::string(configured != nullptr ? configured : "/usr/lib/postgresql/15/bin") + "/" + program;
}

std::uint16_t free_port() {
  const int probe = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(probe, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
      getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::system_error(errno, std::generic_category(), "no free port");
  }
  close(probe);
  return ntohs(address.sin_port);
}

/// A directory that the server's user owns.
std::filesystem::path make_directory() {
  std::string path = (std::filesystem::temp_directory_path() / "pgsegue-pg-XXXXXX").string();
  if (mkdtemp(path.data()) == nullptr) throw std::system_error(errno, std::generic_category(), path);
  if (geteuid() != 0) return path;
  const passwd* user = getpwnam("postgres");
  if (user == nullptr || chown(path.c_str(), user->pw_uid, user->pw_gid) != 0) {
    throw std::runtime_error("cannot give " + path + " to user postgres: is PostgreSQL 15 installed?");
  }
  return path;
}

}  // namespace

postgres_cluster& postgres_cluster::shared() {
  static postgres_cluster cluster;
  return cluster;
}

postgres_cluster::postgres_cluster() : directory_(make_directory()), port_(free_port()) {
  try {
    run_server_program("initdb", {"-D", (directory_ / "data").string(), "-U", "postgres", "-A", "trust", "-E",
                                  "UTF8", "--locale=C.UTF-8", "--no-sync"});
    std::ofstream(directory_ / "data" / "postgresql.conf", std::ios::app)
        << "listen_addresses = '127.0.0.1'\nport = " << port_ << "\nunix_socket_directories = '"
        << directory_.string() << "'\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\n";
    start();
  } catch (...) {
    remove();
    throw;
  }
}

postgres_cluster::~postgres_cluster() {
  remove();
}

void postgres_cluster::remove() noexcept {
  try {
    stop();
    std::filesystem::remove_all(directory_);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s is left behind: %s\n", directory_.c_str(), failure.what());
  }
}

/// PostgreSQL's server programs refuse to run as root.
void postgres_cluster::run_server_program(const std::string& program,
                                          const std::vector<std::string>& arguments) const {
  std::vector<std::string> command;
  if (geteuid() == 0) command = {"runuser", "-u", "postgres", "--"};
  command.push_back(bin(program));
  command.insert(command.end(), arguments.begin(), arguments.end());
  const program_result result = run_program(command);
  if (result.exit_code != 0) throw std::runtime_error(program + " failed:\n" + result.output);
}

void postgres_cluster::start() {
  run_server_program("pg_ctl", {"-D", (directory_ / "data").string(), "-l", (directory_ / "log").string(),
                                "-w", "-s", "start"});
  running_ = true;
}

void postgres_cluster::stop() {
  if (!running_) return;
  running_ = false;
  run_server_program("pg_ctl", {"-D", (directory_ / "data").string(), "-w", "-s", "-m", "fast", "stop"});
}

void postgres_cluster::set_hba(const std::string& lines) {
  std::ofstream(directory_ / "data" / "pg_hba.conf") << lines;
  run_server_program("pg_ctl", {"-D", (directory_ / "data").string(), "-s", "reload"});
}

std::string postgres_cluster::psql(const std::string& database, const std::string& sql) const {
  const program_result result =
      run_program({bin("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", socket_directory(),
                   "-p", std::to_string(port_), "-U", "postgres", "-d", database},
                  sql);
  if (result.exit_code != 0) throw std::runtime_error("psql failed on " + database + ":\n" + result.output);
  return result.output.substr(0, result.output.find_last_not_of('\n') + 1);
}

void postgres_cluster::create_database(const std::string& name, const std::string& script) const {
  psql("postgres",
       "DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE);\nCREATE DATABASE \"" + name + "\";");
  psql(name, script);
}

}  // namespace pgsegue::testing

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pgsegue::testing {

/// A private PostgreSQL 15 server in a temporary directory: random port on 127.0.0.1 and a unix socket,
/// trusts everyone unless told otherwise. As root it runs as user postgres. Throws std::runtime_error, with
/// what the program printed, if anything does not work: a machine without the server fails the tests.
class postgres_cluster {
 public:
  /// The one of this test program: started on first use, stopped and removed at exit.
  static postgres_cluster& shared();

  postgres_cluster();
  ~postgres_cluster();
  postgres_cluster(const postgres_cluster&) = delete;
  postgres_cluster& operator=(const postgres_cluster&) = delete;

  std::uint16_t port() const { return port_; }
  /// Where the unix socket is.
  std::string socket_directory() const { return directory_.string(); }

  /// Runs SQL with psql as the superuser `postgres` and returns its unaligned output.
  std::string psql(const std::string& database, const std::string& sql) const;
  /// Makes a database (dropping one of the same name) and runs `script` in it.
  void create_database(const std::string& name, const std::string& script) const;

  void stop();
  void start();
  /// The lines of pg_hba.conf from now on.
  void set_hba(const std::string& lines);

 private:
  void run_server_program(const std::string& program, const std::vector<std::string>& arguments) const;
  void remove() noexcept;

  std::filesystem::path directory_;
  std::uint16_t port_;
  bool running_ = false;
};

}  // namespace pgsegue::testing

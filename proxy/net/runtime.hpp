#pragma once

#include "proxy/config/config.hpp"
#include "proxy/control/control_plane.hpp"
#include "proxy/net/generation.hpp"
#include "proxy/net/process_state.hpp"
#include "proxy/net/worker.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::net {

/// Everything that serves: control plane, worker threads, listeners. Driven by one thread at a time (see
/// run_server).
///
///   constructed ──start──► serving ──reload──► serving ──drain──► draining ──► no sessions (or terminate)
class Runtime {
 public:
  Runtime() = default;
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  /// Reads catalogs, opens the listeners and starts the threads. Throws std::system_error or
  /// std::runtime_error; what() says where, why and what to do. Blocks while catalogs are read.
  void start(const config::Config& config);
  /// Puts another configuration in force for new sessions, all of it or nothing. A session whose version or
  /// database it takes away ends at its next idle moment. Returns why it is refused, empty if it is in force.
  /// Blocks while catalogs are read.
  std::string reload(const config::Config& config);
  /// From another thread: a start or reload under way, and any later one, fails without waiting for servers.
  void hurry() { control_.stop_reading(); }
  /// No new connections; sessions end at their next idle moment.
  void drain();
  /// Ends all sessions, with that FATAL to the clients.
  void terminate(std::string_view reason);

  std::size_t sessions() const { return process_.connections.load(); }
  /// "listening on 127.0.0.1:6543; 2 threads", for the log and the service manager.
  std::string status() const;
  /// What was done with statements since the start, and how the caches of their shapes are doing, for the
  /// log. Waits for the threads, not long.
  std::string statistics() const;

 private:
  using Sockets = std::map<std::string, ListenSockets>;  ///< by listener name

  Sockets open_new_listeners(const config::Config& config, unsigned threads) const;
  void start_listening(const config::Config& config, Sockets sockets);
  void stop_listeners_without(const config::Config& config);
  void stop_listener(const std::string& name);
  void place(Accepted accepted, std::size_t accepting_worker);

  ProcessState process_;
  control::ControlPlane control_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::map<std::string, SocketFile> listeners_;  ///< the open ones, by name
};

}  // namespace pgsegue::net

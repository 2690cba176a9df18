#pragma once

#include "proxy/config/config.hpp"
#include "proxy/control/control_plane.hpp"
#include "proxy/net/generation.hpp"
#include "proxy/net/process_state.hpp"
#include "proxy/net/worker.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::net {

/// Everything that serves: control plane, worker threads, listeners. Driven by one thread (see run_server).
///
///   constructed = serving ──reload──► serving ──drain──► draining ──► no sessions (or stop_now)
class Runtime {
 public:
  /// Reads catalogs, opens the listeners and starts the threads. Throws std::system_error or
  /// std::runtime_error; what() says where, why and what to do.
  explicit Runtime(const config::Config& config);
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  /// Puts another configuration in force for new sessions, all of it or nothing; nobody is dropped. Returns
  /// why it is refused, empty if it is in force. Blocks while catalogs are read.
  std::string reload(const config::Config& config);
  /// No new connections; sessions end at their next idle moment.
  void drain();
  /// Ends all sessions, with that FATAL to the clients.
  void terminate(std::string_view reason);

  std::size_t sessions() const { return process_.connections.load(); }
  /// "listening on 127.0.0.1:6543; 2 threads", for the log and the service manager.
  std::string status() const;

 private:
  using Sockets = std::map<std::string, std::vector<UniqueFd>>;  ///< by listener name

  Sockets open_new_listeners(const config::Config& config, unsigned threads) const;
  void start_listening(const config::Config& config, Sockets sockets);
  void stop_listeners_without(const config::Config& config);
  void stop_listener(const std::string& name);
  void place(Accepted accepted, std::size_t accepting_worker);

  ProcessState process_;
  control::ControlPlane control_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::set<std::string> listeners_;  ///< names of the open ones
};

}  // namespace pgsegue::net

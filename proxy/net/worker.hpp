#pragma once

#include "proxy/net/acceptor.hpp"
#include "proxy/net/big_stack_thread.hpp"
#include "proxy/net/generation.hpp"
#include "proxy/net/worker_context.hpp"

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace pgsegue::net {

/// One thread with its event loop, listening sockets and sessions. All functions may be called from any
/// thread once it has been started; what they ask for happens on the worker's own.
class Worker {
 public:
  Worker(ProcessState& process, control::ControlPlane& control, std::shared_ptr<const Generation> generation);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void start();

  /// Accepts on that socket; each connection is given to `sink`, on this thread.
  void listen(const std::string& name, UniqueFd socket, bool is_unix_socket, Acceptor::Sink sink);
  void stop_listening(const std::string& name);
  /// Serves a connection. Counted in `load` at once.
  void adopt(Accepted accepted);
  std::size_t load() const { return context_.load.load(std::memory_order_relaxed); }

  /// What its rewriter has done so far; ready once the thread gets to it.
  std::future<rules::Rewriter::Counters> counters();

  /// For sessions that begin from now on; those that it takes the version or database away from end at their
  /// next idle moment.
  void use(std::shared_ptr<const Generation> generation);
  /// Every session ends at its next idle moment.
  void drain();
  /// Every session ends now, with that FATAL to its client.
  void terminate(std::string sqlstate, std::string message);
  /// Ends the thread: sessions that are still there stand still. Returns when it has ended.
  void stop();
  /// Cuts them off. Only once it and all other workers have been stopped: their loops may hold a part of a
  /// session of this one (a cancel request).
  void abandon_sessions();

 private:
  void run();
  template <class Function>
  void for_each_session(Function function);

  // The loop is destroyed first: it holds coroutines, which hold sessions, which use the context.
  std::shared_ptr<const Generation> generation_;
  std::unique_ptr<asio::io_context> loop_;
  WorkerContext context_;
  std::map<std::string, std::shared_ptr<Acceptor>> acceptors_;
  bool draining_ = false;
  BigStackThread thread_;
};

}  // namespace pgsegue::net

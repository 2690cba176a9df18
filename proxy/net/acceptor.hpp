#pragma once

#include "proxy/net/asio.hpp"
#include "proxy/net/session.hpp"
#include "proxy/net/unique_fd.hpp"

#include <boost/asio/posix/basic_stream_descriptor.hpp>

#include <functional>
#include <memory>
#include <string>

namespace pgsegue::net {

/// Accepts connections on one listening socket and hands them out. On one thread, which also stops it.
class Acceptor : public std::enable_shared_from_this<Acceptor> {
 public:
  using Sink = std::function<void(Accepted)>;

  Acceptor(const Executor& executor, UniqueFd socket, std::string listener, bool is_unix_socket, Sink sink);
  void start();
  /// No connection is handed out after this; what still waits in the kernel's queue is refused there.
  void stop();

 private:
  enum class Outcome { accepted, drained, exhausted, stopped };

  static Task<> run(std::shared_ptr<Acceptor> self);
  Outcome accept_one();
  Outcome after_failure(int error);

  asio::posix::basic_stream_descriptor<Executor> socket_;
  Timer pause_;
  std::string listener_;
  bool is_unix_socket_;
  Sink sink_;
  std::chrono::steady_clock::time_point last_complaint_{};
};

}  // namespace pgsegue::net

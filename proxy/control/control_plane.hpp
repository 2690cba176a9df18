#pragma once

#include "proxy/config/config.hpp"
#include "proxy/session/directory.hpp"
#include "proxy/session/session_core.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace pgsegue::control {

/// Called once, on a thread of the control plane or, if the answer is known, before the call that takes it
/// returns. Must not block and must not call back into the control plane.
using RefreshDone = std::function<void(bool ok)>;
using VerifierDone = std::function<void(const session::VerifierResult&)>;

/// What the proxy knows of its databases: the catalog snapshots and the roles' verifiers, kept by libpq
/// connections on threads of their own. Thread-safe except for `reload` and destruction.
class ControlPlane {
 public:
  /// Reads the catalog of every database with rules, and the verifier file if there is one; returns when all
  /// are there. Throws std::runtime_error if a server cannot be reached, rules contradict a catalog or the
  /// verifier file is malformed; what() says where, why and what to do.
  explicit ControlPlane(const config::Config& config);
  /// Nothing is in force before the first reload.
  ControlPlane();
  ~ControlPlane();
  ControlPlane(const ControlPlane&) = delete;
  ControlPlane& operator=(const ControlPlane&) = delete;

  /// Puts another configuration in force, all of it or nothing: reads every catalog anew and checks the rules
  /// against it. A server that is away does not stand in the way of a database that is already served: its
  /// last known catalog is used. Returns why the configuration is refused, empty if it is in force. Blocks.
  ///
  /// The snapshots of a database that is not served any more, or by other servers, are retired.
  std::string reload(const config::Config& config);
  /// From another thread: a reload under way, and any later one, fails instead of waiting for servers.
  void stop_reading();

  /// Ends the threads for good, and any reading; look-ups and refreshes under way are called back as failed.
  /// Destruction does it too.
  void stop();

  /// The databases in force. A reload makes another one; sessions keep theirs.
  std::shared_ptr<const session::Directory> directory() const;

  /// Reads the catalog of that entry (DatabaseEntry::name) anew if it has changed; `done` comes after its
  /// publication. Requests that come together share one look at the server.
  void request_refresh(std::string_view database, RefreshDone done);

  /// Finds the verifier of a role that wants to log in to that entry. Never cached: a changed password counts
  /// at once. `done` comes at the latest after `limits.connect_timeout`.
  void look_up_verifier(std::string_view database, std::string user, VerifierDone done);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pgsegue::control

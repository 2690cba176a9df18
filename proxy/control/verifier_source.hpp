#pragma once

#include "proxy/control/control_plane.hpp"

#include <string>

namespace pgsegue::control {

/// Where the verifiers of roles come from.
class verifier_source {
 public:
  virtual ~verifier_source() = default;
  /// Thread-safe. `done` is called once, perhaps before this returns.
  virtual void look_up(std::string user, VerifierDone done) = 0;
  /// Open look-ups are called back as failed, later ones too.
  virtual void stop() {}
};

}  // namespace pgsegue::control

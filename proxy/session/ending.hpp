#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/retry.hpp"

#include <string_view>

namespace pgsegue::session {

/// How a logged-in session ends: by either peer, or because pgsegue shuts down.
class Ending {
 public:
  Ending(Conversation& conversation, Retry& retry) : conv_(conversation), retry_(retry) {}

  /// Orderly end of the client's stream: what it sent is still answered, then the server is told to end.
  void on_client_end();
  /// The client cannot be reached any more: what runs for it is cancelled.
  void on_client_broken(std::string_view reason);
  void on_server_gone(std::string_view reason);
  /// Ends the session if it is at rest and is to end: after a drain, behind the client's last reply, or
  /// because it is not served any more.
  void finish_if_due();

 private:
  bool client_owes_nothing() const;
  bool is_idle() const;
  bool ends_for_fault();
  bool ends_for_configuration();
  void leave(std::string_view reason);
  void provoke_client();

  Conversation& conv_;
  Retry& retry_;
};

}  // namespace pgsegue::session

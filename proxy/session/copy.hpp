#pragma once

#include "proxy/session/conversation.hpp"

namespace pgsegue::session {

/// COPY FROM STDIN as it concerns the count of responses: while the server copies in, it reads Flush and Sync
/// and ignores them, so no response is due for those.
///
///   CopyInResponse --> copying_in --CopyDone or CopyFail from the client, error from the server--> not
///
/// What the client sent ahead of CopyInResponse was counted already and is taken out again; what it sends
/// after it is not sent on. Source: CopyGetData in copyfromparse.c.
class Copy {
 public:
  explicit Copy(Conversation& conversation) : conv_(conversation) {}

  /// The server has answered the front of the queue with CopyInResponse.
  void on_copy_in();
  /// The client has sent CopyDone or CopyFail.
  void on_client_end();
  /// A Sync or Flush was dropped because the server copies in.
  void on_ignored(char type);
  /// The server has answered the front of the queue with an error.
  void on_error();

 private:
  Conversation& conv_;
  bool sync_ignored_ = false;
};

}  // namespace pgsegue::session

#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/copy_doubt.hpp"

namespace pgsegue::session {

/// COPY FROM STDIN as it concerns the count of responses: while the server copies in, it reads Flush and Sync
/// and ignores them, so no response is due for those.
///
///   CopyInResponse --> copying_in --CopyDone or CopyFail from the client, error from the server--> not
///
/// A Sync that the client sends behind the COPY and before the end of its data is in doubt: at success the
/// server has ignored it, at an error CopyDoubt finds out. Source: CopyGetData in copyfromparse.c.
class Copy {
 public:
  Copy(Conversation& conversation, CopyDoubt& doubt) : conv_(conversation), doubt_(doubt) {}

  /// The server has answered the front of the queue with CopyInResponse.
  void on_copy_in();
  /// The server has answered the front of the queue with CommandComplete.
  void on_complete();
  /// The server has answered the front of the queue with an error.
  void on_error();
  /// The client has sent a Sync while the server copies in.
  void on_client_sync();
  /// The client has sent CopyDone or CopyFail.
  void on_client_end();

 private:
  void begin_fields();
  void trust_syncs();

  Conversation& conv_;
  CopyDoubt& doubt_;
  bool front_copies_ = false;  ///< from CopyInResponse to the end of that statement
};

}  // namespace pgsegue::session

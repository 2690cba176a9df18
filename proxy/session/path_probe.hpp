#pragma once

#include "proxy/session/conversation.hpp"

#include <span>

namespace pgsegue::session {

/// Learns the search path and the session's temporary relations, in front of the first statement that needs
/// them: by the extended protocol under names of its own, so that the client's unnamed statement and portal
/// stay. In an open batch it ends with Flush and not with Sync, which would end the client's transaction.
///
///   start --Close Parse Bind Execute Close Close (Sync|Flush)--> rows --last response--> path known
///                                                               `--ErrorResponse-------> failed
class PathProbe {
 public:
  explicit PathProbe(Conversation& conversation) : conv_(conversation) {}

  /// Only when nothing is due and the transaction is not aborted.
  void start();
  /// A DataRow of the probe's; false: it is not what was asked for.
  bool take_row(std::span<const std::byte> body);
  /// The last response has come.
  void finish();
  /// The server has answered with an error, which the client gets in place of the response to its held
  /// message.
  void fail();

 private:
  void expect(Request request);

  Conversation& conv_;
  SearchPathCache learned_;
  bool is_hex_ = false;
};

}  // namespace pgsegue::session

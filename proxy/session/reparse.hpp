#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/refusal.hpp"
#include "proxy/session/statement_gate.hpp"

namespace pgsegue::session {

/// Keeps prepared statements true to the snapshot in force: one that was rewritten with another is rewritten
/// again, and if its text is now another, made anew on the server before it is used.
class Reparse {
 public:
  enum class Outcome : std::uint8_t {
    ready,    ///< the server's statement is up to date, or will be before the client's message reaches it
    refused,  ///< the client's message is not to be sent: its error is under way
    wait,     ///< hold the message until block()
  };

  Reparse(Conversation& conversation, StatementGate& gate, Refusal& refusal)
      : conv_(conversation), gate_(gate), refusal_(refusal) {}

  /// `statement` null: nothing known of it.
  Outcome bring_up_to_date(StatementRecord* statement);
  Block block() const { return block_; }

 private:
  Outcome renew(StatementRecord& statement);
  void inject(StatementRecord& statement, std::string_view text);

  Conversation& conv_;
  StatementGate& gate_;
  Refusal& refusal_;
  Block block_ = Block::none;
};

}  // namespace pgsegue::session

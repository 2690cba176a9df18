#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/reparse.hpp"
#include "proxy/session/statement_gate.hpp"

#include <string_view>

namespace pgsegue::session {

/// Reparse's part for SQL's PREPARE and EXECUTE: what was rewritten with another snapshot and has another
/// text now is prepared again on the server, in front of the client's EXECUTE and unseen by it.
class SqlRenewal {
 public:
  using Outcome = Reparse::Outcome;

  SqlRenewal(Conversation& conversation, StatementGate& gate) : conv_(conversation), gate_(gate) {}

  /// Before a text that does this is sent.
  Outcome bring_up_to_date(const rules::PreparedCommand& command);
  Block block() const { return block_; }
  /// For Outcome::refused.
  const rules::SqlError& error() const { return error_; }

 private:
  Outcome renew(StatementRecord& statement, bool is_of_protocol);
  Outcome refuse_outdated();
  void inject(const StatementRecord& statement, std::string_view text);

  Conversation& conv_;
  StatementGate& gate_;
  Block block_ = Block::none;
  rules::SqlError error_;
};

}  // namespace pgsegue::session

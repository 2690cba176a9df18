#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/refusal.hpp"
#include "proxy/session/sql_renewal.hpp"
#include "proxy/session/statement_gate.hpp"

#include <span>

namespace pgsegue::session {

/// Longest text kept for the translation of errors; of a longer one positions are not translated.
inline constexpr std::size_t max_kept_text = 1u << 20;

/// The error for a statement beyond max_statement_bytes.
rules::SqlError statement_too_long(std::size_t limit);

/// Query messages: the client's text, rewritten as a whole, one response up to ReadyForQuery.
class SimpleQuery {
 public:
  SimpleQuery(Conversation& conversation, StatementGate& gate, Refusal& refusal)
      : conv_(conversation), gate_(gate), refusal_(refusal), renewal_(conversation, gate) {}

  /// A Query whose text is not read passes.
  void pass();
  /// A whole Query message. False: it is held.
  bool handle(std::span<const std::byte> frame);
  void refuse(const rules::SqlError& error);

 private:
  void send(std::span<const std::byte> frame, std::string_view text, const Verdict& verdict);
  void pass_malformed(std::span<const std::byte> frame);
  void note_prepared(StatementRecord& statement, const Verdict& verdict, std::string_view text);
  void begin();

  Conversation& conv_;
  StatementGate& gate_;
  Refusal& refusal_;
  SqlRenewal renewal_;
};

}  // namespace pgsegue::session

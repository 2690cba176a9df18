#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/name_values.hpp"
#include "proxy/session/refusal.hpp"
#include "proxy/session/reparse.hpp"
#include "proxy/session/statement_gate.hpp"
#include "proxy/wire/parse.hpp"

#include <cstdint>
#include <span>

namespace pgsegue::session {

/// Parse, Bind, Describe, Execute, Close and Sync of a session that speaks a version. Each handler gets a
/// message and sends it on, changed or not, or holds it. What is not well-formed is sent on for the server to
/// answer.
class ExtendedQuery {
 public:
  enum class Outcome : std::uint8_t { sent, held, dropped };

  ExtendedQuery(Conversation& conversation, StatementGate& gate, Refusal& refusal)
      : conv_(conversation),
        gate_(gate),
        refusal_(refusal),
        reparse_(conversation, gate, refusal),
        values_(conversation, gate, refusal) {}

  Outcome parse(std::span<const std::byte> frame);
  /// `frame` is a whole Bind or, if `is_front`, its beginning; then what follows shares its fate.
  Outcome bind(std::span<const std::byte> frame, bool is_front);
  Outcome describe(std::span<const std::byte> frame);
  Outcome execute(std::span<const std::byte> frame);
  Outcome close(std::span<const std::byte> frame);
  Outcome sync(std::span<const std::byte> frame);
  void refuse(const rules::SqlError& error);

 private:
  /// Takes what it keeps out of `verdict`.
  StatementRef new_record(const wire::Parse& parse, Verdict& verdict);
  StatementRecord* find_same(const wire::Parse& parse, const Verdict& verdict) const;
  Outcome send_parse(std::span<const std::byte> frame, const wire::Parse& parse, const Verdict& verdict,
                     StatementRecord* record);
  void note_affected(std::string_view name);
  Outcome send(std::span<const std::byte> frame, Request request, StatementRecord* statement);
  bool runs_outdated(const StatementRecord& statement) const;
  Outcome parse_malformed(std::span<const std::byte> frame);
  Outcome settle(Reparse::Outcome outcome, std::span<const std::byte> frame, bool is_front);

  Conversation& conv_;
  StatementGate& gate_;
  Refusal& refusal_;
  Reparse reparse_;
  NameValues values_;
};

}  // namespace pgsegue::session

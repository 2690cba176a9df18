#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/refusal.hpp"
#include "proxy/session/statement_gate.hpp"
#include "proxy/wire/bind_values.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgsegue::session {

/// Names among the values of Bind: exchanged for those that the server has. Statements whose parameters are
/// no names do not come here.
class NameValues {
 public:
  enum class Outcome : std::uint8_t {
    ready,    ///< the message may be sent
    refused,  ///< it is not to be sent: its error is under way
    wait,     ///< hold the message until block()
  };

  NameValues(Conversation& conversation, StatementGate& gate, Refusal& refusal)
      : conv_(conversation), gate_(gate), refusal_(refusal) {}

  /// `frame` is a whole Bind of `statement` or, if `is_front`, its beginning. It may be exchanged for another
  /// in scratch memory.
  Outcome translate(std::span<const std::byte>& frame, bool is_front, const StatementRecord& statement);
  Block block() const { return block_; }

  /// A Bind to this portal is sent.
  void note_bind(std::string_view portal);
  /// False: the portal was bound with names that the server looks for when it is run, and the search path may
  /// be another since.
  bool may_run(std::string_view portal) const;
  /// The portal was run.
  void note_run(std::string_view portal);

 private:
  /// A portal whose names depend on the search path.
  struct Portal {
    std::string name;
    std::uint64_t path_changes;  ///< up to when it was bound
  };

  Outcome refuse(const rules::SqlError& error, const StatementRecord& statement);
  Outcome exchange(std::span<const std::byte>& frame, const StatementRecord& statement);
  const Portal* find(std::string_view portal) const;

  Conversation& conv_;
  StatementGate& gate_;
  Refusal& refusal_;
  Block block_ = Block::none;
  std::vector<wire::BindValue> values_;
  rules::TranslatedNames names_;
  std::vector<Portal> portals_;
};

}  // namespace pgsegue::session

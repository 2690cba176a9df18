#pragma once

#include "proxy/wire/writer.hpp"
#include "rules/rewriter.hpp"
#include "rules/sql_error.hpp"

#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pgsegue::session {

/// A statement the client has sent, kept as long as a response may speak of it or it may run again. Shared by
/// the responses expected for it, the map of prepared statements and the portals bound to it; a session never
/// leaves its thread, so the count is not atomic.
struct StatementRecord {
  std::string name;               ///< of the prepared statement; empty: unnamed, or a simple query
  std::string original;           ///< the client's text; empty if it was too long to be kept
  bool original_is_kept = false;  ///< `original` is the text
  parser::TextEncoding encoding;  ///< of `original`
  wire::Buffer parameter_types;   ///< as in Parse
  std::uint64_t epoch = 0;        ///< of the snapshot that `sent_hash` was made with
  std::size_t sent_hash = 0;      ///< of the text the server has
  bool affected = false;          ///< names what differs in this version
  rules::StatementEffects effects;
  std::vector<parser::ParameterUse> parameters;  ///< as in rules::Rewrite; mostly none
  std::unique_ptr<rules::CopyFields> copy;       ///< as in rules::Rewrite; null: nothing
  rules::PreparedCommand prepared;               ///< what the text does with statements of SQL
  std::optional<rules::SqlError> refusal;        ///< what the client gets in place of the server's error
  /// The prepared statement of the same name that this one would replace: it is back if this one fails.
  boost::intrusive_ptr<StatementRecord> shadowed;
  unsigned parses_due = 0;  ///< Parses of it that the server has not answered
  std::uint64_t batch = 0;  ///< of the last one of them, see Conversation
  bool is_made = false;     ///< the server has made it once
  bool is_closed = false;   ///< a Close of it was sent
  unsigned users = 0;       ///< how many StatementRefs there are

  /// Nothing is to be noted when it is prepared or run.
  bool is_plain() const {
    return !effects.have_any() && effects.makes.empty() && parameters.empty() && copy == nullptr &&
           !refusal && prepared.kind == rules::PreparedCommand::Kind::none;
  }

  /// As new, a little capacity kept.
  void reset() {
    name.clear();
    original.clear();
    original_is_kept = false;
    encoding = {};
    parameter_types.clear();
    epoch = 0;
    sent_hash = 0;
    affected = false;
    effects = {};
    parameters.clear();
    copy.reset();
    prepared = {};
    refusal.reset();
    shadowed.reset();
    parses_due = 0;
    batch = 0;
    is_made = is_closed = false;
    give_back(name), give_back(original), give_back(parameter_types), give_back(parameters);
  }

 private:
  /// What one long statement took.
  template <class Container>
  static void give_back(Container& cleared) {
    constexpr std::size_t keep_bytes = 2048;
    if (cleared.capacity() * sizeof(typename Container::value_type) > keep_bytes) cleared.shrink_to_fit();
  }
};

using StatementRef = boost::intrusive_ptr<StatementRecord>;

/// A new record. Those that nobody holds any more are used again, whichever session of the thread they were
/// of: pipeline after pipeline without an allocation, and idle sessions keep none.
StatementRef new_record();

inline void intrusive_ptr_add_ref(StatementRecord* record) {
  ++record->users;
}
void intrusive_ptr_release(StatementRecord* record);

}  // namespace pgsegue::session

#pragma once

#include "proxy/wire/writer.hpp"
#include "rules/rewriter.hpp"
#include "rules/sql_error.hpp"

#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pgsegue::session {

/// A statement the client has sent, kept as long as a response may speak of it or it may run again. Shared by
/// the responses expected for it, the map of prepared statements and the portals bound to it; a session never
/// leaves its thread, so the count is not atomic.
struct StatementRecord : boost::intrusive_ref_counter<StatementRecord, boost::thread_unsafe_counter> {
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
  rules::PreparedCommand prepared;               ///< what the text does with statements of SQL
  std::optional<rules::SqlError> refusal;        ///< what the client gets in place of the server's error
  /// The prepared statement of the same name that this one would replace: it is back if this one fails.
  boost::intrusive_ptr<StatementRecord> shadowed;

  /// As new, capacity kept.
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
    prepared = {};
    refusal.reset();
    shadowed.reset();
  }
};

using StatementRef = boost::intrusive_ptr<StatementRecord>;

/// Hands out records and uses them again once nobody else holds them: statement after statement without an
/// allocation.
class RecordPool {
 public:
  StatementRef acquire() {
    for (StatementRef& spare : spares_) {
      if (spare && spare->use_count() == 1) return renew(*spare);
    }
    StatementRef made(new StatementRecord);
    spares_[next_++ % spare_count] = made;
    return made;
  }

 private:
  static constexpr std::size_t spare_count = 4;
  static constexpr std::size_t keep_capacity = 2048;

  static StatementRef renew(StatementRecord& record) {
    record.reset();
    if (record.original.capacity() > keep_capacity) record.original.shrink_to_fit();
    return &record;
  }

  StatementRef spares_[spare_count];
  std::size_t next_ = 0;
};

}  // namespace pgsegue::session

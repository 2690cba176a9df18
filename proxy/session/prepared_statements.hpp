#pragma once

#include "proxy/session/response_queue.hpp"
#include "proxy/session/statement_record.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace pgsegue::session {

/// The prepared statements and portals of one session, as they will be once the server has answered all that
/// was sent. A Parse that fails, or is skipped because of an earlier error, is taken back.
class PreparedStatements {
 public:
  /// Null: nothing known of that name (the server will say what it makes of it).
  StatementRecord* find(std::string_view name) const;
  /// A Parse of `record` was sent.
  void add(StatementRef record);
  /// A Parse of the same as the unnamed statement was sent, which `record` is. Other Parses of it that are
  /// due stand in the same batch: if one fails, the server skips those behind it.
  void add_again(StatementRecord& record) { ++record.parses_due; }
  /// The server has made `record`'s statement.
  void confirm(StatementRecord& record);
  /// The statement of `record` is closed.
  void remove(StatementRecord& record);
  /// The server has skipped a Parse of `record`.
  void skip(StatementRecord& record);
  /// The server has refused the Parse of `record`. An unnamed one has dropped the unnamed statement before it
  /// failed.
  void fail(StatementRecord& record);
  /// A Query was sent: the server drops the unnamed statement.
  void remove_unnamed() { unnamed_.reset(); }
  /// DEALLOCATE has run.
  void forget(const std::string& name) { named_.erase(name); }
  /// DISCARD ALL or DEALLOCATE ALL has run.
  void clear();

  /// A Bind was sent: what runs when the portal is executed. `record` may be null.
  void bind_portal(std::string_view portal, StatementRecord* record);
  StatementRecord* find_portal(std::string_view portal) const;
  /// The transaction has ended, and the portals with it.
  void clear_portals();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Map = std::unordered_map<std::string, StatementRef, Hash, std::equal_to<>>;

  static StatementRecord* find_in(const Map& map, std::string_view name);
  static void remove_from(StatementRef& slot, StatementRecord& record);

  Map named_;
  StatementRef unnamed_;
  Map portals_;
  StatementRef unnamed_portal_;
};

}  // namespace pgsegue::session

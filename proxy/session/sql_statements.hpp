#pragma once

#include "proxy/session/statement_record.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace pgsegue::session {

/// The statements that the session has prepared with SQL's PREPARE, as far as their text is known. The server
/// keeps them as they were written and reads their names anew after DDL, so that one prepared before a rename
/// has to be prepared again.
class SqlStatements {
 public:
  /// An affected statement is prepared, rewritten with the snapshot of this epoch.
  void note_affected(std::uint64_t epoch) {
    if (oldest_epoch_ == 0) oldest_epoch_ = epoch;
  }
  /// The same, or it may be, of one whose name is not known.
  void note_unnamed(std::uint64_t epoch) {
    note_affected(epoch);
    if (oldest_unnamed_epoch_ == 0) oldest_unnamed_epoch_ = epoch;
  }
  /// PREPARE has succeeded.
  void add(StatementRef record) { by_name_[record->prepared.name.str()] = std::move(record); }
  /// DEALLOCATE has succeeded.
  void remove(const std::string& name) { by_name_.erase(name); }
  void clear() {
    by_name_.clear();
    oldest_epoch_ = oldest_unnamed_epoch_ = 0;
  }
  /// Null: not known.
  StatementRecord* find(const std::string& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second.get();
  }
  /// True if some statement may be of an earlier epoch.
  bool any_may_be_outdated(std::uint64_t epoch) const { return oldest_epoch_ != 0 && oldest_epoch_ != epoch; }
  /// True if one that `find` does not know may be.
  bool unnamed_may_be_outdated(std::uint64_t epoch) const {
    return oldest_unnamed_epoch_ != 0 && oldest_unnamed_epoch_ != epoch;
  }

 private:
  std::unordered_map<std::string, StatementRef> by_name_;
  std::uint64_t oldest_epoch_ = 0;  ///< of the first that was affected; 0: none was
  std::uint64_t oldest_unnamed_epoch_ = 0;
};

}  // namespace pgsegue::session

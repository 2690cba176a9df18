#include "proxy/session/statement_record.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace pgsegue::session {
namespace {

constexpr std::size_t most_unused = 256;

/// The unused records of a thread. One may be given back on another thread than its own, when a process ends.
struct Unused {
  Unused() { records.reserve(most_unused); }
  ~Unused() { ended = true; }
  std::vector<std::unique_ptr<StatementRecord>> records;
  static thread_local bool ended;  ///< nothing can be kept any more
};
thread_local bool Unused::ended = false;
thread_local Unused unused;

}  // namespace

StatementRef new_record() {
  if (Unused::ended || unused.records.empty()) return StatementRef(new StatementRecord);
  StatementRef record(unused.records.back().release());
  unused.records.pop_back();
  return record;
}

void intrusive_ptr_release(StatementRecord* record) {
  if (--record->users > 0) return;
  std::unique_ptr<StatementRecord> owned(record);
  owned->reset();
  if (!Unused::ended && unused.records.size() < most_unused) unused.records.push_back(std::move(owned));
}

}  // namespace pgsegue::session

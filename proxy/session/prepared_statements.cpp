#include "proxy/session/prepared_statements.hpp"

#include <utility>

namespace pgsegue::session {

StatementRecord* PreparedStatements::find_in(const Map& map, std::string_view name) {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : found->second.get();
}

StatementRecord* PreparedStatements::find(std::string_view name) const {
  return name.empty() ? unnamed_.get() : find_in(named_, name);
}

void PreparedStatements::add(StatementRef record) {
  StatementRef& slot = record->name.empty() ? unnamed_ : named_[record->name];
  ++record->parses_due;
  std::swap(slot, record);
  slot->shadowed = std::move(record);
}

void PreparedStatements::confirm(StatementRecord& record) {
  --record.parses_due;
  record.is_made = true;
  record.shadowed.reset();
}

// The records of one name form a chain, newest first; `record` may stand anywhere in it.
void PreparedStatements::remove_from(StatementRef& slot, StatementRecord& record) {
  StatementRef* link = &slot;
  while (*link && link->get() != &record)
    link = &(*link)->shadowed;
  if (*link) *link = StatementRef(record.shadowed);
}

void PreparedStatements::remove(StatementRecord& record) {
  if (record.name.empty()) return remove_from(unnamed_, record);
  const auto found = named_.find(record.name);
  if (found == named_.end()) return;
  remove_from(found->second, record);
  if (!found->second) named_.erase(found);
}

void PreparedStatements::skip(StatementRecord& record) {
  --record.parses_due;
  // An earlier Parse of it was not skipped.
  if (!record.is_made) remove(record);
}

void PreparedStatements::fail(StatementRecord& record) {
  --record.parses_due;
  if (record.name.empty()) record.shadowed.reset();
  remove(record);
}

void PreparedStatements::clear() {
  named_.clear();
  unnamed_.reset();
}

void PreparedStatements::bind_portal(std::string_view portal, StatementRecord* record) {
  if (portal.empty()) {
    unnamed_portal_ = record;
    return;
  }
  const auto found = portals_.find(portal);
  if (found != portals_.end()) {
    found->second = record;
  } else if (record != nullptr) {
    portals_.emplace(portal, record);
  }
}

StatementRecord* PreparedStatements::find_portal(std::string_view portal) const {
  return portal.empty() ? unnamed_portal_.get() : find_in(portals_, portal);
}

void PreparedStatements::clear_portals() {
  unnamed_portal_.reset();
  if (!portals_.empty()) portals_.clear();
}

}  // namespace pgsegue::session

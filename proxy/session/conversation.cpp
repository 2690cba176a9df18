#include "proxy/session/conversation.hpp"

#include "proxy/session/route.hpp"
#include "rules/version_view.hpp"

namespace pgsegue::session {

void Conversation::adopt_snapshot() {
  if (state.client.version == raw_version || !state.entry->snapshots) return;
  if (snapshot && state.entry->snapshots->epoch() == snapshot->epoch()) return;
  auto newest = state.entry->snapshots->current();
  if (!newest) return;
  const auto index = newest->find_version(state.client.version);
  if (!index) {
    return state.fatal("57P01", "version \"" + state.client.version + "\" of database \"" +
                                    state.client.database + "\" is no longer declared");
  }
  snapshot = std::move(newest);
  version = *index;
  is_identity = snapshot->version(version).is_identity();
}

rules::StatementContext Conversation::context() const {
  return {.snapshot = snapshot.get(),
          .version = version,
          .search_path = path.known ? &path.path : nullptr,
          .temporary_relations = path.known ? &path.temporary_relations : nullptr,
          .lexing = {.standard_conforming_strings = parameters.standard_conforming_strings()},
          .encoding_is_ascii_safe = parameters.encoding_is_ascii_safe(),
          .encoding_is_utf8 = parameters.encoding_is_utf8(),
          .server_major = parameters.server_major()};
}

void Conversation::note_refusal(const rules::SqlError& error, std::string_view statement) {
  ++refusals;
  last_refusal = error.message;
  last_refused_statement = statement;
}

void Conversation::note_execution(const StatementRecord* statement) {
  if (statement == nullptr) return;
  const rules::StatementEffects& effects = statement->effects;
  if (effects.may_change_search_path) lexing_open = true;
  if (effects.only_ends_transaction) {
    path.end_transaction();
  } else if (effects.may_change_search_path || effects.may_create_temporary || effects.is_ddl) {
    path.forget();
  }
  if (effects.is_ddl) ddl_seen = true;
}

void Conversation::hold(std::span<const std::byte> frame, bool is_front, Block until) {
  held.frame.assign(frame.begin(), frame.end());
  held.is_front = is_front;
  block = until;
}

}  // namespace pgsegue::session

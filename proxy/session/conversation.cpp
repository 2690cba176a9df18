#include "proxy/session/conversation.hpp"

#include "proxy/session/route.hpp"
#include "rules/version_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pgsegue::session {
namespace {

using parser::ParameterUse;

/// How the server reads any value of a type. Source: pg_type.dat of PostgreSQL.
ParameterUse::Role role_of_type(std::uint32_t oid) {
  constexpr std::uint32_t regclass = 2205;
  // regproc, regprocedure, regoper, regoperator, regtype, regconfig, regdictionary, regnamespace,
  // regcollation, and arrays of these and of regclass.
  constexpr std::array<std::uint32_t, 19> others = {24,   2202, 2203, 2204, 2206, 3734, 3769,
                                                    4089, 4191, 1008, 2207, 2208, 2209, 2210,
                                                    2211, 3735, 3770, 4090, 4192};
  if (oid == regclass) return ParameterUse::Role::name;
  const bool is_other = std::find(others.begin(), others.end(), oid) != others.end();
  return is_other ? ParameterUse::Role::part : ParameterUse::Role::value;
}

/// Parameters whose type in Parse makes every value a name.
void add_typed_names(StatementRecord& statement) {
  const wire::Buffer& types = statement.parameter_types;
  for (std::uint32_t i = 0; 2 + 4 * (i + 1) <= types.size(); ++i) {
    const auto role = role_of_type(wire::load_u32(types.data() + 2 + 4 * i));
    if (role == ParameterUse::Role::value) continue;
    ParameterUse use;
    use.number = i + 1;
    use.role = role;
    use.is_text = false;
    const bool is_known =
        std::any_of(statement.parameters.begin(), statement.parameters.end(), [i](const ParameterUse& each) {
          return each.number == i + 1 && each.role != ParameterUse::Role::value;
        });
    use.is_shown = !is_known;
    statement.parameters.push_back(std::move(use));
  }
}

}  // namespace

void Conversation::adopt_snapshot() {
  if (state.client.version == raw_version || !state.entry->snapshots) return;
  if (state.entry->snapshots->is_retired()) {
    return state.fatal("57P01", "the configuration of database \"" + state.client.database +
                                    "\" has changed: connect again");
  }
  if (snapshot && state.entry->snapshots->epoch() == snapshot->epoch()) return;
  auto newest = state.entry->snapshots->current();
  if (!newest) return;
  const auto index = newest->find_version(state.client.version);
  if (!index) {
    return state.fatal("57P01", "version \"" + state.client.version + "\" of database \"" +
                                    state.client.database + "\" is no longer declared");
  }
  const bool was_watched = rewrites();
  const std::uint64_t last_epoch = epoch();
  snapshot = std::move(newest);
  version = *index;
  is_settled = snapshot->version(version).is_settled();
  // As long as nothing differed, nobody looked at what statements do to the path and what they prepare.
  if (was_watched || is_settled || last_epoch == 0) return;
  path.known = false;
  prepared_may_change_names = true;
  sql_statements.note_unnamed(last_epoch);
}

rules::StatementContext Conversation::context() const {
  return {.snapshot = snapshot.get(),
          .version = version,
          .search_path = path.known ? &path.path : nullptr,
          .temporary_relations = path.known ? &path.temporary_relations : nullptr,
          .names_changed_in_transaction = path.changed_in_transaction,
          .made = &made,
          .prepared_may_change_names = prepared_may_change_names,
          .lexing = {.standard_conforming_strings = parameters.standard_conforming_strings()},
          .encoding = parameters.encoding(),
          .server_major = parameters.server_major(),
          .pass = state.entry->pass,
          .prepared = prepared_read_names ? &prepared_readers : nullptr};
}

rules::StatementContext Conversation::context_of_answer() const {
  rules::StatementContext answered = context();
  if (path.has_path) {
    answered.search_path = &path.path;
    answered.temporary_relations = &path.temporary_relations;
  }
  return answered;
}

void Conversation::note_refusal(const rules::SqlError& error, std::string_view statement) {
  ++refusals;
  last_refusal = error.message;
  last_refused_statement = statement;
}

void Conversation::note_pass(std::string_view what, std::string_view statement) {
  ++passes;
  last_passed = what;
  last_passed_statement = statement;
}

void Conversation::note_execution(const StatementRecord* statement) {
  if (statement == nullptr) return;
  const rules::StatementEffects& effects = statement->effects;
  const bool runs_path_change = effects.runs_prepared && prepared_may_change_names;
  if (effects.may_change_search_path || runs_path_change) lexing_open = true;
  if (effects.prepares_path_change) prepared_may_change_names = true;
  if (effects.only_ends_transaction && !runs_path_change) {
    path.end_transaction();
  } else if (effects.may_change_search_path || runs_path_change || effects.may_create_temporary ||
             effects.is_ddl) {
    path.forget();
  }
  if (effects.is_ddl) ddl_seen = true;
  made.insert(made.end(), effects.makes.begin(), effects.makes.end());
}

void Conversation::note_read_catalog() {
  catalog_is_stale = false;
  // It was asked for between transactions: what has begun since then may have made something else.
  if (queue.empty() && !batch_open && status == wire::TransactionStatus::idle) made.clear();
}

void Conversation::forget_prepared() {
  statements.clear();
  sql_statements.clear();
  prepared_may_change_names = false;
  prepared_read_names = false;
}

void Conversation::note_parameters(StatementRecord& statement, std::span<const parser::ParameterUse> uses) {
  statement.parameters.assign(uses.begin(), uses.end());
  if (rewrites()) add_typed_names(statement);
  prepared_read_names |= !statement.parameters.empty();
}

std::optional<std::span<const parser::ParameterUse>> PreparedReaders::find(
    const parser::Identifier& name) const {
  const StatementRecord* known = conv_.sql_statements.find(name.str());
  if (known == nullptr) known = conv_.statements.find(name.str());
  if (known == nullptr || known->epoch != conv_.epoch()) return std::nullopt;
  return known->parameters;
}

void Conversation::hold(std::span<const std::byte> frame, bool is_front, Block until) {
  held.frame.assign(frame.begin(), frame.end());
  held.is_front = is_front;
  block = until;
}

}  // namespace pgsegue::session

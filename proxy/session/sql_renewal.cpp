#include "proxy/session/sql_renewal.hpp"

#include "proxy/wire/query.hpp"
#include "rules/hash_bytes.hpp"

namespace pgsegue::session {

using Kind = rules::PreparedCommand::Kind;

SqlRenewal::Outcome SqlRenewal::bring_up_to_date(const rules::PreparedCommand& command) {
  if (command.kind != Kind::execute && command.kind != Kind::other) return Outcome::ready;
  if (conv_.status == wire::TransactionStatus::failed) return Outcome::ready;  // so will this
  bool may_be_outdated = conv_.sql_statements.any_may_be_outdated(conv_.epoch());
  if (command.kind == Kind::execute) {
    may_be_outdated = conv_.sql_statements.unnamed_may_be_outdated(conv_.epoch());
    if (StatementRecord* known = conv_.sql_statements.find(command.name.str())) return renew(*known, false);
    if (StatementRecord* known = conv_.statements.find(command.name.str())) return renew(*known, true);
  }
  return may_be_outdated ? refuse_outdated() : Outcome::ready;
}

SqlRenewal::Outcome SqlRenewal::renew(StatementRecord& statement, bool is_of_protocol) {
  if (statement.epoch == conv_.epoch()) return Outcome::ready;
  if (!statement.original_is_kept || !conv_.can_read(statement)) return refuse_outdated();
  const Verdict verdict = gate_.judge(statement.original);
  if (verdict.kind == Verdict::Kind::wait) {
    block_ = verdict.until;
    return Outcome::wait;
  }
  if (verdict.kind == Verdict::Kind::refuse) {
    error_ = *verdict.error;
    return Outcome::refused;
  }
  const bool same = verdict.kind == Verdict::Kind::forward;
  const std::string_view text = same ? std::string_view(statement.original) : verdict.text;
  const std::size_t hash = rules::hash_bytes(text);
  if (hash != statement.sent_hash) {
    // Its parameter types are known on the wire only, and in an open batch nothing can be put between.
    const bool can_be_dropped =
        conv_.parameters.encoding().is_utf8() || !parser::has_high_byte(statement.prepared.name.str());
    if (is_of_protocol || conv_.batch_open || !can_be_dropped) return refuse_outdated();
    inject(statement, text);
  }
  statement.sent_hash = hash;
  statement.epoch = conv_.epoch();
  statement.affected = verdict.affected;
  conv_.note_parameters(statement, verdict.parameters);
  return Outcome::ready;
}

SqlRenewal::Outcome SqlRenewal::refuse_outdated() {
  error_ = {.sqlstate = "0A000",
            .message = "pgsegue cannot run with EXECUTE what was prepared before the schema changed",
            .detail = {},
            .hint = "Prepare it again."};
  return Outcome::refused;
}

void SqlRenewal::inject(const StatementRecord& statement, std::string_view text) {
  const std::string drop = "DEALLOCATE " + statement.prepared.name.to_sql();
  for (const std::string_view query : {std::string_view(drop), text}) {
    conv_.state.write(Side::server, [query](wire::Buffer& to) { encode(to, wire::Query{query}); });
    conv_.queue.push({.request = Request::query, .ours = true, .statement = {}});
  }
}

}  // namespace pgsegue::session

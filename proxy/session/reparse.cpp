#include "proxy/session/reparse.hpp"

#include "proxy/wire/close.hpp"
#include "proxy/wire/parse.hpp"
#include "rules/hash_bytes.hpp"

namespace pgsegue::session {

Reparse::Outcome Reparse::bring_up_to_date(StatementRecord* statement) {
  if (statement == nullptr || statement->epoch == conv_.epoch()) return Outcome::ready;
  const bool can_be_read = conv_.can_read(*statement);
  if (statement->original_is_kept && can_be_read) return renew(*statement);
  if (!can_be_read) {
    refusal_.refuse_parse({.sqlstate = "0A000",
                           .message = "the schema has changed, and prepared statement \"" + statement->name +
                                      "\" was written in another client_encoding",
                           .detail = {},
                           .hint = "Prepare it again."});
    return Outcome::refused;
  }
  refusal_.refuse_parse({.sqlstate = "0A000",
                         .message = "the schema has changed, and the text of prepared statement \"" +
                                    statement->name + "\" was too long to be kept",
                         .detail = {},
                         .hint = "Prepare it again."});
  return Outcome::refused;
}

Reparse::Outcome Reparse::renew(StatementRecord& statement) {
  const Verdict verdict = gate_.judge(statement.original);
  switch (verdict.kind) {
    case Verdict::Kind::wait:
      block_ = verdict.until;
      return Outcome::wait;
    case Verdict::Kind::refuse:
      refusal_.refuse_parse(*verdict.error, statement.original);
      return Outcome::refused;
    case Verdict::Kind::forward:
    case Verdict::Kind::replace:
      break;
  }
  const bool same = verdict.kind == Verdict::Kind::forward;
  const std::string_view text = same ? std::string_view(statement.original) : verdict.text;
  const std::size_t hash = rules::hash_bytes(text);
  if (hash != statement.sent_hash) inject(statement, text);
  statement.sent_hash = hash;
  statement.epoch = conv_.epoch();
  statement.affected = verdict.affected;
  conv_.note_parameters(statement, verdict.parameters);
  Conversation::note_copy(statement, verdict.copy);
  statement.effects = verdict.effects;
  return Outcome::ready;
}

// No Describe: the server would plan the old text again, which may fail by now.
void Reparse::inject(StatementRecord& statement, std::string_view text) {
  conv_.state.write(Side::server, [&](wire::Buffer& to) {
    encode(to, wire::Close{{.is_portal = false, .name = statement.name}});
    encode(to, wire::Parse{statement.name, text, statement.parameter_types});
  });
  for (const Request request : {Request::close, Request::parse}) {
    conv_.queue.push({.request = request, .ours = true, .statement = &statement});
  }
  conv_.batch_open = true;
}

}  // namespace pgsegue::session
